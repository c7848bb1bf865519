/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The rows of the corpus: what is planted, and what must be found. */
final class PackageSeeds {
  private PackageSeeds() {}

  /**
   * A fault.
   *
   * @param rule the id of the rule that finds it
   * @param place where, as the log shows it
   */
  record Fault(String name, String rule, String place, Consumer<SeededModule> plant) {
    @Override
    public String toString() {
      return rule + ": " + name;
    }
  }

  /** What looks like a fault. */
  record Twin(String name, Consumer<SeededModule> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Fault> faults() {
    return Stream.concat(ContentSeeds.faults().stream(), ModuleSeeds.faults().stream()).toList();
  }

  static List<Twin> twins() {
    return CleanTwins.all();
  }
}
