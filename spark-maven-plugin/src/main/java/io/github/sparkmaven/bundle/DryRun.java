/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.submit.Application;
import io.github.sparkmaven.submit.SubmitRequest;
import java.util.ArrayList;
import java.util.List;

/** Tells what would be submitted, with its secrets hidden. */
final class DryRun {
  private DryRun() {}

  static List<String> lines(SubmitRequest request) {
    Application application = request.application();
    List<String> lines = new ArrayList<>();
    lines.add("Nothing is submitted; this would be:");
    lines.add("  " + application.name() + " to " + request.target());
    lines.add("  Spark home: " + request.jvm().home().get().path());
    lines.add("  resource: " + application.resource());
    application.mainClass().ifPresent(name -> lines.add("  class: " + name));
    LayeredConf conf = request.target().conf();
    Redaction redaction = Redaction.of(conf);
    String before = "";
    for (String argument : application.arguments()) {
      boolean hidden = redaction.hidesArgument(before, argument);
      lines.add("  argument: " + (hidden ? Redaction.REPLACEMENT : argument));
      before = argument;
    }
    for (List<String> along :
        List.of(
            application.jars(),
            application.files(),
            application.archives(),
            application.pyFiles())) {
      along.forEach(resource -> lines.add("  goes along: " + resource));
    }
    for (Setting setting : conf.effective()) {
      String value = redaction.hides(setting) ? Redaction.REPLACEMENT : setting.value();
      lines.add("  " + setting.key() + "=" + value + "  (" + setting.reason() + ")");
    }
    return lines;
  }
}
