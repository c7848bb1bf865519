/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Finds main classes that Spark cannot start. */
record MainClassRule(Subject subject, List<JarIndex> spark) {
  static final Rule RULE =
      new Rule(
          "main-class",
          Severity.ERROR,
          "A main class that is missing, or that has no main method that Spark can call",
          "The job ends before it starts: 'Error: Failed to load class', NoSuchMethodException: main,"
              + " 'The main method in the given main class must be static'");

  List<Finding> findings(CheckedJob job, ClassPath path) {
    if (job.main().problem().isPresent()) {
      return job.main().problem().stream()
          .map(
              problem ->
                  new Finding(
                      RULE,
                      new PomPlaces(subject).of(problem.where()),
                      problem.what(),
                      problem.fix()))
          .toList();
    }
    Optional<String> name = job.main().className();
    return name.isPresent() && path.own().isPresent()
        ? fault(name.get(), path).stream()
            .map(fault -> finding(name.get(), path.own().get(), fault))
            .toList()
        : List.of();
  }

  /** What is wrong, and what is better. */
  private record Fault(String what, String fix) {}

  private Finding finding(String name, JarIndex own, Fault fault) {
    return new Finding(
        RULE,
        new Place(subject.shown(own.file()), Optional.of(name), OptionalInt.empty()),
        fault.what(),
        fault.fix());
  }

  private Optional<Fault> fault(String name, ClassPath path) {
    List<MainMethod> line = line(name, path);
    if (line.isEmpty()) {
      return Optional.of(
          new Fault("is in no jar of the job", "Give a class that is there in job/mainClass"));
    }
    Optional<MainMethod> found = line.stream().filter(MainMethod::hasPublicMain).findFirst();
    if (found.isEmpty()) {
      return Optional.of(without(name, path, line));
    }
    if (!found.get().isMainStatic()) {
      return Optional.of(
          new Fault(
              "has a main method that is not static", "Declare it static, in Scala in an object"));
    }
    // Spark calls it by reflection, from a package of its own.
    return found.get().isPublic()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "is not public, so that Spark may not call its main method", "Declare it public"));
  }

  private Fault without(String name, ClassPath path, List<MainMethod> line) {
    boolean ofCompanion =
        path.all().stream()
            .flatMap(jar -> jar.bytes(JarIndex.entry(name + "$")).stream())
            .map(MainMethod::of)
            .anyMatch(companion -> companion.hasPublicMain());
    if (ofCompanion) {
      return new Fault(
          "has no static main method: a class beside the object of the same name hides it",
          "Rename the class, or the object");
    }
    boolean hidden = line.stream().anyMatch(MainMethod::hasMainNotPublic);
    return hidden
        ? new Fault("has a main method that is not public", "Declare it public")
        : new Fault(
            "has no public static void main(String[])",
            "Give it one, or give the class that has one in job/mainClass");
  }

  /** Returns a class and what it inherits from, as far as it is in reach. */
  private List<MainMethod> line(String name, ClassPath path) {
    List<MainMethod> line = new ArrayList<>();
    Optional<String> next = Optional.of(JarIndex.entry(name));
    while (next.isPresent()) {
      String entry = next.get();
      Optional<MainMethod> read =
          Stream.concat(path.all().stream(), spark.stream())
              .filter(jar -> jar.entries().containsKey(entry))
              .findFirst()
              .flatMap(jar -> jar.bytes(entry))
              .map(MainMethod::of);
      read.ifPresent(line::add);
      next = read.map(MainMethod::superEntry).filter(above -> !above.startsWith("java/"));
    }
    return line;
  }
}
