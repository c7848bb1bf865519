/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds classes that two jars of the job have, and that are not the same. */
record DuplicatesRule(Subject subject) {
  static final Rule RULE =
      new Rule(
          "duplicate-classes",
          Severity.WARNING,
          "A class twice in the job's jars, with different content",
          "The order of the class path decides which one is loaded, and driver and executors need not"
              + " agree: NoSuchMethodError, NoSuchFieldError");

  List<Finding> findings(ClassPath path) {
    // What Spark brings too is loaded from Spark.
    Set<String> ofSpark = new HashSet<>();
    path.overlaps().forEach(overlap -> ofSpark.addAll(overlap.shared()));
    List<JarIndex> jars = path.all();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < jars.size(); i++) {
      for (JarIndex other : jars.subList(i + 1, jars.size())) {
        List<String> twice = twice(jars.get(i), other, ofSpark);
        if (!twice.isEmpty()) {
          findings.add(finding(jars.get(i), other, twice));
        }
      }
    }
    return findings;
  }

  private static List<String> twice(JarIndex one, JarIndex other, Set<String> ofSpark) {
    return other.entries().keySet().stream()
        .filter(JarIndex::isClass)
        .filter(name -> one.entries().containsKey(name) && !ofSpark.contains(name))
        .filter(name -> !Objects.equals(other.entries().get(name), one.entries().get(name)))
        .sorted()
        .toList();
  }

  private Finding finding(JarIndex one, JarIndex other, List<String> twice) {
    int more = twice.size() - 1;
    return new Finding(
        RULE,
        new Place(
            subject.shown(one.file()),
            Optional.of(JarIndex.className(twice.get(0))),
            OptionalInt.empty()),
        String.format(
            Locale.ROOT,
            "is in %s and, different, in %s%s",
            one.name(),
            other.name(),
            more == 0 ? "" : ", as " + more + (more == 1 ? " more class is" : " more classes are")),
        "Exclude one of the two dependencies, or keep one version of the library");
  }
}
