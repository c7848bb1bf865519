/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the plugin asks of one case. */
final class CaseRequest {
  private final String name;
  private final Keys keys;
  private final Path folder;

  /**
   * Reads a case.
   *
   * @param work where the case's folder is
   */
  CaseRequest(String name, Keys keys, Path work) {
    this.name = name;
    this.keys = keys;
    this.folder = work.resolve(name);
  }

  String name() {
    return name;
  }

  /** For what the case leaves behind: facts, log, settings. */
  Path folder() {
    return folder;
  }

  Path log() {
    return Paths.get(keys.required("log"));
  }

  /** The class to run; none for Python. */
  Optional<String> mainClass() {
    return keys.text("mainClass");
  }

  /** The jar, or the Python file. */
  String resource() {
    return keys.required("resource");
  }

  List<String> pyFiles() {
    return keys.list("pyFiles");
  }

  List<String> jars() {
    return keys.list("jars");
  }

  List<String> arguments() {
    return keys.list("arguments");
  }

  /** Spark's settings, as the plan has them, and the case's own. */
  Map<String, String> conf() {
    return keys.map("conf");
  }

  long timeoutMillis() {
    return keys.number("timeoutMillis", 0);
  }

  List<String> prints() {
    return keys.list("prints");
  }

  boolean isToFail() {
    return keys.flag("fails");
  }

  Optional<Integer> failureCode() {
    return keys.text("fails.exitCode").map(Integer::valueOf);
  }

  Optional<String> failureMessage() {
    return keys.text("fails.message");
  }

  boolean allowsFailedStages() {
    return keys.flag("allowFailedStages");
  }

  List<ExpectedOutput> outputs() {
    List<ExpectedOutput> outputs = new ArrayList<>();
    Keys all = keys.below("outputs");
    while (all.text(outputs.size() + ".name").isPresent()) {
      outputs.add(new ExpectedOutput(all.below(outputs.size() + "")));
    }
    return Collections.unmodifiableList(outputs);
  }
}
