/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site's configuration folder, written and read. */
record SiteFiles(Path folder) {
  static final String SCHEDULERS = "org.apache.hadoop.yarn.server.resourcemanager.scheduler.";
  static final String CALCULATORS = "org.apache.hadoop.yarn.util.resource.";
  static final String FAIR =
      property("yarn.resourcemanager.scheduler.class", SCHEDULERS + "fair.FairScheduler");

  static String property(String name, String value) {
    return "  <property>\n    <name>"
        + name
        + "</name>\n    <value>"
        + value
        + "</value>\n  </property>\n";
  }

  static String capacity(String name, String value) {
    return property("yarn.scheduler.capacity." + name, value);
  }

  SiteFiles with(String file, String... parts) {
    return written(
        file,
        "<?xml version=\"1.0\"?>\n<?xml-stylesheet type=\"text/xsl\" href=\"configuration.xsl\"?>\n"
            + "<configuration>\n"
            + String.join("", parts)
            + "</configuration>\n");
  }

  SiteFiles written(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  HadoopSite read() {
    Problems problems = new Problems();
    HadoopSite site = read(problems);
    problems.throwIfAny();
    return site;
  }

  HadoopSite read(Problems problems) {
    return HadoopSite.read(
        folder,
        name -> Optional.ofNullable(Map.of("NODE_MB", "58368", "EMPTY", "").get(name)),
        problems);
  }

  List<String> problems() {
    Problems problems = new Problems();
    read(problems);
    return texts(problems);
  }

  /** Returns the problems, each as the line that a user sees, with the folder cut off. */
  List<String> texts(Problems problems) {
    try {
      problems.throwIfAny();
      return List.of();
    } catch (InputException e) {
      return e.problems().stream()
          .map(Problem::toString)
          .map(text -> text.replace(folder.toString(), "SITE"))
          .toList();
    }
  }
}
