/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.program.JarDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The jars of a job beside Spark's, and what they have in common with these.
 *
 * @param own the jar that is submitted; none of a Python program
 * @param along the jars that go along
 * @param overlaps for every jar of the job and of Spark what is in both
 */
record ClassPath(Optional<JarIndex> own, List<JarIndex> along, List<Overlap> overlaps) {

  /** Reads the jars. */
  static ClassPath of(Optional<Path> own, List<Path> along, List<JarIndex> spark) {
    Optional<JarIndex> submitted = own.map(JarIndex::of);
    List<JarIndex> others = along.stream().map(JarIndex::of).toList();
    List<JarIndex> all = new ArrayList<>(submitted.stream().toList());
    all.addAll(others);
    return new ClassPath(submitted, others, overlaps(all, spark));
  }

  /** Returns all jars, in the order in which a class is looked for. */
  List<JarIndex> all() {
    List<JarIndex> all = new ArrayList<>(own.stream().toList());
    all.addAll(along);
    return all;
  }

  private static List<Overlap> overlaps(List<JarIndex> jars, List<JarIndex> spark) {
    Map<String, Set<Long>> ofSpark = new HashMap<>();
    for (JarIndex jar : spark) {
      for (JarDirectory.Entry entry : jar.classes()) {
        if (jars.stream().anyMatch(own -> own.entries().containsKey(entry.name()))) {
          ofSpark.computeIfAbsent(entry.name(), name -> new HashSet<>()).add(entry.crc());
        }
      }
    }
    List<Overlap> overlaps = new ArrayList<>();
    for (JarIndex jar : jars) {
      for (JarIndex other : spark) {
        overlap(jar, other, ofSpark).ifPresent(overlaps::add);
      }
    }
    return overlaps;
  }

  private static Optional<Overlap> overlap(
      JarIndex own, JarIndex spark, Map<String, Set<Long>> ofSpark) {
    Set<String> shared = new TreeSet<>();
    for (JarDirectory.Entry entry : spark.classes()) {
      if (own.entries().containsKey(entry.name())) {
        shared.add(entry.name());
      }
    }
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    // Spark itself has some classes twice; one that equals either is Spark's.
    List<String> different =
        shared.stream()
            .filter(name -> !ofSpark.getOrDefault(name, Set.of()).contains(own.entries().get(name)))
            .sorted(Comparator.naturalOrder())
            .toList();
    return Optional.of(
        new Overlap(
            own,
            spark,
            Overlap.Library.of(spark.name()),
            spark.classes().size(),
            List.copyOf(shared),
            different));
  }
}
