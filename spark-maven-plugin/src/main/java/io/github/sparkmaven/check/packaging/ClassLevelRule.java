/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.program.JarDirectory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds classes that are compiled for a later Java than the one that runs the job.
 *
 * <p>Libraries carry some such classes on purpose and load them only where they can be: a package
 * counts where all of its classes are, and the package of the main class in any case.
 */
record ClassLevelRule(Subject subject) {
  static final Rule RULE =
      new Rule(
          "class-level",
          Severity.ERROR,
          "Classes compiled for a later Java than the one that runs the job",
          "java.lang.UnsupportedClassVersionError: … has been compiled by a more recent version of the"
              + " Java Runtime (class file version 65.0)");
  private static final int OF_JAVA_1 = 44;

  List<Finding> findings(CheckedJob job, ClassPath path) {
    List<Finding> findings = new ArrayList<>();
    Set<String> ofSpark = new HashSet<>();
    path.overlaps().forEach(overlap -> ofSpark.addAll(overlap.shared()));
    String own =
        job.main().className().map(JarIndex::entry).map(ClassLevelRule::folder).orElse("/");
    for (JarIndex jar : path.all()) {
      SortedMap<String, Integer> late = new TreeMap<>();
      packages(jar, ofSpark)
          .forEach((folder, classes) -> late.putAll(late(jar, classes, folder.equals(own))));
      if (!late.isEmpty()) {
        findings.add(finding(jar, late));
      }
    }
    return findings;
  }

  private static Map<String, List<JarDirectory.Entry>> packages(JarIndex jar, Set<String> without) {
    return jar.classes().stream()
        .filter(entry -> !without.contains(entry.name()))
        .collect(Collectors.groupingBy(entry -> folder(entry.name())));
  }

  /** Of a library, the first class that is early enough acquits its package, and ends the look. */
  private SortedMap<String, Integer> late(
      JarIndex jar, List<JarDirectory.Entry> classes, boolean own) {
    if (!own && !early(levels(jar, classes.subList(0, 1))).isEmpty()) {
      return new TreeMap<>();
    }
    SortedMap<String, Integer> levels = levels(jar, classes);
    Set<String> early = early(levels);
    if (!own && !early.isEmpty()) {
      return new TreeMap<>();
    }
    levels.keySet().removeAll(early);
    return levels;
  }

  private Set<String> early(Map<String, Integer> levels) {
    return levels.entrySet().stream()
        .filter(level -> level.getValue() <= subject.platform().java())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static SortedMap<String, Integer> levels(JarIndex jar, List<JarDirectory.Entry> classes) {
    return ClassLevels.of(jar.directory(), classes);
  }

  private Finding finding(JarIndex jar, SortedMap<String, Integer> late) {
    String first = late.firstKey();
    int level = Objects.requireNonNull(late.get(first));
    int java = subject.platform().java();
    String what =
        String.format(
            Locale.ROOT,
            "is compiled for Java %d (class file version %d)%s, and JDK %d runs the job",
            level,
            level + OF_JAVA_1,
            others(jar, late.size() - 1),
            java);
    return new Finding(
        RULE,
        new Place(
            subject.shown(jar.file()), Optional.of(JarIndex.className(first)), OptionalInt.empty()),
        what,
        String.format(
            Locale.ROOT,
            "Compile with <maven.compiler.release>%d</maven.compiler.release>, use a version of the"
                + " library for Java %d, or run on JDK %d, if this Spark does",
            java,
            java,
            level));
  }

  private static String others(JarIndex jar, int count) {
    String classes = count == 1 ? " more class of " : " more classes of ";
    return count == 0
        ? ""
        : ", as " + (count == 1 ? "is 1" : "are " + count) + classes + jar.name();
  }

  private static String folder(String entry) {
    return entry.substring(0, entry.lastIndexOf('/') + 1);
  }
}
