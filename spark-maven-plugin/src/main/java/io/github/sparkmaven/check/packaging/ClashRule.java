/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Dependency;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.conf.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds libraries of the job that Spark brings in another version. */
record ClashRule(Subject subject, List<JarIndex> spark) {
  static final Rule RULE =
      new Rule(
          "clash-with-spark",
          Severity.WARNING,
          "A library in another version than the one that Spark brings, and not relocated",
          "Spark's jars come first on the class path, so the job runs with a version that it was not"
              + " compiled for: NoSuchMethodError, NoClassDefFoundError");
  private static final Pattern VERSIONED = Pattern.compile("(.+?)-([vr]?[0-9].*)[.]jar");
  // Nothing is called in them, and the JVM passes over those that it does not find.
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "animal-sniffer-annotations",
          "annotations",
          "audience-annotations",
          "checker-qual",
          "error_prone_annotations",
          "findbugs-annotations",
          "j2objc-annotations",
          "jakarta.annotation-api",
          "javax.annotation-api",
          "jcip-annotations",
          "jsr305");
  private static final Set<String> OF_OTHER_RULES = Set.of("org.apache.spark", "org.scala-lang");
  private static final String FIX =
      "Use Spark's version with scope provided, or relocate it (relocations of maven-shade-plugin),"
          + " or set spark.driver.userClassPathFirst and spark.executor.userClassPathFirst";

  /** Finds classes of the job's jars that differ from Spark's. */
  List<Finding> findings(CheckedJob job, ClassPath path) {
    if (isFirst(job, "spark.driver.userClassPathFirst")
        && isFirst(job, "spark.executor.userClassPathFirst")) {
      return List.of();
    }
    return path.overlaps().stream()
        .filter(overlap -> !overlap.different().isEmpty() && !overlap.isBundled())
        .filter(overlap -> !isOfAnnotations(overlap.spark()))
        .flatMap(overlap -> clash(overlap).stream())
        .toList();
  }

  /** Finds declared dependencies in whose place the job gets Spark's. */
  List<Finding> replaced(List<ClassPath> paths) {
    List<Finding> findings = new ArrayList<>();
    for (Dependency dependency : subject.dependencies()) {
      boolean carried =
          paths.stream()
              .flatMap(path -> path.own().stream())
              .anyMatch(jar -> jar.marks().containsKey(key(dependency)));
      if (dependency.declared()
          && dependency.isReplaced()
          && !carried
          && !OF_OTHER_RULES.contains(dependency.group())) {
        replaced(dependency).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> replaced(Dependency dependency) {
    return spark.stream()
        .map(jar -> VERSIONED.matcher(jar.name()))
        .filter(Matcher::matches)
        .filter(name -> name.group(1).equals(dependency.artifact()))
        .filter(name -> !ANNOTATIONS.contains(name.group(1)))
        // A later one of the same major version has what the job was compiled for.
        .filter(
            name ->
                Versions.isOlder(name.group(2), dependency.version())
                    || Versions.isOtherMajor(name.group(2), dependency.version()))
        .findFirst()
        .map(
            name ->
                new Finding(
                    RULE,
                    new PomPlaces(subject).of(dependency),
                    "the job is compiled for version "
                        + dependency.version()
                        + " and runs with "
                        + name.group(2)
                        + ", which Spark brings",
                    "Use Spark's version with scope provided, or shade and relocate the"
                        + " dependency"));
  }

  private Optional<Finding> clash(Overlap overlap) {
    Optional<String> mine = version(overlap);
    Optional<String> its = sparkVersion(overlap);
    // Shading rewrites classes that it need not change.
    if (mine.isPresent() && mine.equals(its)) {
      return Optional.empty();
    }
    int count = overlap.different().size();
    String what =
        String.format(
            Locale.ROOT,
            "%d %s%s from %s of %s, and Spark's %s loaded",
            count,
            count == 1 ? "class" : "classes",
            mine.map(version -> " of version " + version).orElse("")
                + (count == 1 ? " differs" : " differ"),
            count == 1 ? "that" : "those",
            overlap.spark().name(),
            count == 1 ? "is" : "are");
    return Optional.of(
        new Finding(
            RULE,
            Place.of(
                subject.shown(overlap.own().file()) + "!/" + commonFolder(overlap.different())),
            what,
            FIX));
  }

  private static boolean isOfAnnotations(JarIndex jar) {
    Matcher name = VERSIONED.matcher(jar.name());
    return name.matches() && ANNOTATIONS.contains(name.group(1));
  }

  private static boolean isFirst(CheckedJob job, String key) {
    return job.conf().find(key).map(Setting::value).filter("true"::equals).isPresent();
  }

  /** Returns the version of the job's copy: by its mark, else by the jar's own name. */
  private static Optional<String> version(Overlap overlap) {
    Map<String, String> own = overlap.own().marks();
    Optional<String> marked =
        overlap.spark().marks().keySet().stream()
            .flatMap(key -> Stream.ofNullable(own.get(key)))
            .filter(version -> !version.isEmpty())
            .findFirst();
    Matcher its = VERSIONED.matcher(overlap.spark().name());
    Matcher mine = VERSIONED.matcher(overlap.own().name());
    boolean sameName = its.matches() && mine.matches() && its.group(1).equals(mine.group(1));
    return marked.or(() -> sameName ? Optional.of(mine.group(2)) : Optional.empty());
  }

  private static Optional<String> sparkVersion(Overlap overlap) {
    Matcher its = VERSIONED.matcher(overlap.spark().name());
    return its.matches() ? Optional.of(its.group(2)) : Optional.empty();
  }

  private static String key(Dependency dependency) {
    return dependency.group() + ":" + dependency.artifact();
  }

  /** Returns the deepest folder that holds all of them; a single class is its own. */
  static String commonFolder(List<String> entries) {
    if (entries.size() == 1) {
      return entries.get(0);
    }
    String first = entries.get(0);
    String last = entries.get(entries.size() - 1);
    int slash = -1;
    for (int i = 0; i < Math.min(first.length(), last.length()); i++) {
      if (first.charAt(i) != last.charAt(i)) {
        break;
      }
      if (first.charAt(i) == '/') {
        slash = i;
      }
    }
    return first.substring(0, Math.max(slash, 0));
  }
}
