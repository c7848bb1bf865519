/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a case is to have written. */
final class ExpectedOutput {
  private final Keys keys;

  ExpectedOutput(Keys keys) {
    this.keys = keys;
  }

  String name() {
    return keys.required("name");
  }

  /** Where the job was told to write. */
  Path actual() {
    return Paths.get(keys.required("actual"));
  }

  /** The file of the case's folder that says what is expected. */
  Path expected() {
    return Paths.get(keys.required("expected"));
  }

  /** What the job writes, as Spark's data sources are called. */
  String format() {
    return keys.required("format");
  }

  /** What the expected file is. */
  String expectedFormat() {
    return keys.required("expectedFormat");
  }

  boolean isOrdered() {
    return keys.flag("ordered");
  }

  List<String> ignored() {
    return keys.list("ignore");
  }

  Optional<Double> tolerance() {
    return keys.text("tolerance").map(Double::valueOf);
  }

  Optional<String> schema() {
    return keys.text("schema");
  }

  /** Options of the data source, for reading both. */
  Map<String, String> options() {
    return keys.map("options");
  }
}
