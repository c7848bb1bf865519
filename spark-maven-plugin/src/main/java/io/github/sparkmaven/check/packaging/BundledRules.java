/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds Spark itself, Scala and Hadoop in the job's jars.
 *
 * <p>What Spark's own jars hold decides, not the package: connectors stand below org.apache.spark
 * too.
 */
record BundledRules(Subject subject) {
  static final Rule SPARK =
      new Rule(
          "spark-bundled",
          Severity.ERROR,
          "Spark's own classes in the job's jar",
          "A second Spark beside the cluster's: java.io.InvalidClassException (local class"
              + " incompatible), NoSuchMethodError, 'Multiple sources found for parquet'");
  static final Rule SCALA =
      new Rule(
          "scala-bundled",
          Severity.WARNING,
          "Scala's library in the job's jar",
          "A second Scala beside Spark's: ClassCastException between equal names, NoSuchMethodError"
              + " and 'loader constraint violation' with userClassPathFirst");
  static final Rule HADOOP =
      new Rule(
          "hadoop-bundled",
          Severity.ERROR,
          "Hadoop's own classes in the job's jar",
          "A second Hadoop beside the cluster's: 'No FileSystem for scheme', IncompatibleClassChangeError,"
              + " 'class X cannot be cast to class X'");
  // The packages of modules that a distribution has and that not every home is assembled with.
  private static final Map<String, String> PACKAGES =
      Map.of(
          "graphx", "org/apache/spark/graphx/",
          "hive", "org/apache/spark/sql/hive/",
          "kubernetes", "org/apache/spark/deploy/k8s/",
          "mllib", "org/apache/spark/mllib/",
          "streaming", "org/apache/spark/streaming/",
          "yarn", "org/apache/spark/deploy/yarn/");

  List<Finding> findings(ClassPath path) {
    List<Finding> findings = new ArrayList<>();
    for (JarIndex jar : path.all()) {
      findings.addAll(
          of(
              SPARK,
              "org.apache.spark",
              jar,
              parts(path, jar, Overlap.Library.SPARK, ofMarks(path, jar))));
      findings.addAll(
          of(SCALA, "org.scala-lang", jar, parts(path, jar, Overlap.Library.SCALA, List.of())));
      findings.addAll(
          of(
              HADOOP,
              "org.apache.hadoop",
              jar,
              parts(path, jar, Overlap.Library.HADOOP, List.of())));
    }
    return findings;
  }

  private List<Finding> of(Rule rule, String group, JarIndex jar, List<String> parts) {
    if (parts.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Finding(
            rule,
            Place.of(subject.shown(jar.file())),
            "holds " + String.join(", ", parts) + ", which Spark brings itself",
            "Give the dependencies of "
                + group
                + " the scope provided, or keep them out of the jar: <exclude>"
                + group
                + ":*</exclude> in the artifactSet of maven-shade-plugin"));
  }

  private static List<String> parts(
      ClassPath path, JarIndex jar, Overlap.Library library, List<String> others) {
    return Stream.concat(
            path.overlaps().stream()
                .filter(overlap -> overlap.own().equals(jar) && overlap.library() == library)
                .filter(Overlap::isBundled)
                .map(Overlap::part),
            others.stream())
        .toList();
  }

  /** What goes along beside the jar may be there because the home lacks it. */
  private static List<String> ofMarks(ClassPath path, JarIndex jar) {
    if (!path.own().filter(jar::equals).isPresent()) {
      return List.of();
    }
    String known =
        path.overlaps().stream()
            .filter(overlap -> overlap.own().equals(jar))
            .map(overlap -> overlap.spark().name())
            .collect(Collectors.joining(" "));
    return jar.marks().entrySet().stream()
        .filter(mark -> mark.getKey().matches("org[.]apache[.]spark:spark-[a-z]+_.*"))
        .filter(mark -> !known.contains(artifact(mark.getKey()) + "-"))
        .filter(mark -> hasClassesOf(jar, artifact(mark.getKey())))
        .map(mark -> "classes of " + mark.getKey() + ":" + mark.getValue())
        .toList();
  }

  private static boolean hasClassesOf(JarIndex jar, String artifact) {
    String module = artifact.substring("spark-".length(), artifact.lastIndexOf('_'));
    String folder = PACKAGES.getOrDefault(module, "");
    return !folder.isEmpty()
        && jar.entries().keySet().stream().anyMatch(name -> name.startsWith(folder));
  }

  private static String artifact(String mark) {
    return mark.substring(mark.indexOf(':') + 1);
  }
}
