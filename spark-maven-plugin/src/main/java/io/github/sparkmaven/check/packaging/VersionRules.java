/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.Dependency;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.conf.SparkVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dependencies whose versions of Spark and Scala do not go together. */
record VersionRules(Subject subject, List<JarIndex> sparkJars) {
  static final Rule SUFFIX =
      new Rule(
          "scala-suffix-mixed",
          Severity.ERROR,
          "Libraries of another Scala than Spark's",
          "Scala 2.12 and 2.13 are not binary compatible: NoSuchMethodError, NoClassDefFoundError:"
              + " scala/collection/GenTraversableOnce");
  static final Rule SPARK =
      new Rule(
          "spark-versions-mixed",
          Severity.ERROR,
          "Modules of Spark in several versions",
          "Spark's modules call each other's internals: NoSuchMethodError, InvalidClassException,"
              + " AbstractMethodError");
  static final Rule SCALA_LIBRARY =
      new Rule(
          "scala-library-old",
          Severity.WARNING,
          "A scala-library older than the one that Spark was built with",
          "What calls Spark with it, as tests and the IDE do, dies: NoSuchMethodError");
  private static final Pattern SUFFIX_OF_NAME = Pattern.compile(".+_(2\\.1[0-9]|3)");
  private static final Pattern MODULE = Pattern.compile("spark-(.+)_[0-9.]+");
  // Modules that are released as one; connectors promise their API within a minor version.
  private static final Set<String> OF_ONE_RELEASE =
      Set.of(
          "catalyst",
          "common-utils",
          "core",
          "graphx",
          "hive",
          "kubernetes",
          "kvstore",
          "launcher",
          "mllib",
          "mllib-local",
          "network-common",
          "network-shuffle",
          "sketch",
          "sql",
          "sql-api",
          "streaming",
          "tags",
          "unsafe",
          "variant",
          "yarn");

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Dependency dependency : subject.dependencies()) {
      suffix(dependency).ifPresent(findings::add);
      spark(dependency).ifPresent(findings::add);
      scalaLibrary(dependency).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> suffix(Dependency dependency) {
    String scala = subject.platform().spark().scalaVersion();
    Matcher name = SUFFIX_OF_NAME.matcher(dependency.artifact());
    // Scala 3 reads libraries of 2.13 and shares their library.
    boolean fits =
        !name.matches()
            || name.group(1).equals(scala)
            || (name.group(1).equals("3") && scala.equals("2.13"));
    if (fits && !isOtherScala(dependency, scala)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            SUFFIX,
            new PomPlaces(subject).of(dependency),
            "is of Scala "
                + (fits ? dependency.version() : name.group(1))
                + ", and "
                + spark()
                + " is of Scala "
                + scala,
            fits
                ? "Use a scala-library of " + scala
                : "Use the artifact that ends in _"
                    + scala
                    + ", or the Spark of Scala "
                    + name.group(1)));
  }

  private static boolean isOtherScala(Dependency dependency, String scala) {
    return dependency.group().equals("org.scala-lang")
        && dependency.artifact().equals("scala-library")
        && !dependency.version().startsWith(scala + ".");
  }

  private Optional<Finding> spark(Dependency dependency) {
    SparkVersion spark = subject.platform().spark();
    Matcher module = MODULE.matcher(dependency.artifact());
    if (!dependency.group().equals("org.apache.spark")
        || !module.matches()
        || dependency.version().equals(spark.version())) {
      return Optional.empty();
    }
    boolean sameMinor = dependency.version().startsWith(spark.major() + "." + spark.minor() + ".");
    // What a library asks for and Spark brings is never on a cluster in the library's version.
    boolean ofLibrary = !dependency.declared() && dependency.jar().isEmpty();
    if (sameMinor && (ofLibrary || !OF_ONE_RELEASE.contains(module.group(1)))) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            SPARK,
            new PomPlaces(subject).of(dependency),
            "is of another release than the project's " + spark(),
            dependency.declared()
                ? "Give all modules of org.apache.spark one version, as by a property"
                : managed(dependency, spark.version())));
  }

  private Optional<Finding> scalaLibrary(Dependency dependency) {
    String scala = subject.platform().spark().scalaVersion();
    if (!dependency.group().equals("org.scala-lang")
        || !dependency.artifact().equals("scala-library")
        || isOtherScala(dependency, scala)
        || !isBuiltHere()) {
      return Optional.empty();
    }
    return sparksScala()
        .filter(built -> Versions.isOlder(dependency.version(), built))
        .map(
            built ->
                new Finding(
                    SCALA_LIBRARY,
                    new PomPlaces(subject).of(dependency),
                    "is older than " + built + ", which " + spark() + " was built with",
                    managed(dependency, built)));
  }

  private static String managed(Dependency dependency, String version) {
    return "Manage it: "
        + dependency.group()
        + ":"
        + dependency.artifact()
        + ":"
        + version
        + " in dependencyManagement";
  }

  private Optional<String> sparksScala() {
    return sparkJars.stream()
        .map(JarIndex::name)
        .filter(name -> name.matches("scala-library-[0-9.]+[.]jar"))
        .map(name -> name.substring("scala-library-".length(), name.length() - ".jar".length()))
        .findFirst();
  }

  private String spark() {
    return "Spark " + subject.platform().spark().version();
  }

  /** What comes from a repository has been tested elsewhere. */
  private boolean isBuiltHere() {
    return subject.jobs().stream()
        .flatMap(job -> job.jar().stream())
        .allMatch(jar -> jar.startsWith(subject.base()));
  }
}
