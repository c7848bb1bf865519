/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Dependency;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.python.PythonFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A module that has nothing wrong with it until a test plants something: a job of one class, and a
 * small Spark.
 */
final class SeededModule {
  final Path base;
  final TestJar job = new TestJar().main("com/acme/Job").classes("com/acme/Rates");
  final Map<String, TestJar> along = new LinkedHashMap<>();
  final Map<String, TestJar> spark = new LinkedHashMap<>();
  final List<Dependency> dependencies = new ArrayList<>();
  final List<Problem> keys = new ArrayList<>();
  final List<CheckedJob.Resource> resources = new ArrayList<>();
  final Map<String, String> conf = new TreeMap<>();
  Optional<String> mainClass = Optional.of("com.acme.Job");
  Optional<Problem> noMainClass = Optional.empty();
  Optional<CheckedJob.PythonSide> python = Optional.empty();
  SparkVersion version = new SparkVersion("3.5.5", "2.12");
  int java = 17;

  SeededModule(Path base) {
    this.base = base;
    spark.put(
        "spark-core_2.12-3.5.5.jar",
        new TestJar()
            .mark("org.apache.spark", "spark-core_2.12", "3.5.5")
            .classes(
                "org/apache/spark/SparkContext",
                "org/apache/spark/SparkConf",
                "org/apache/spark/rdd/RDD",
                "org/apache/spark/util/Utils",
                "org/apache/spark/util/Clock",
                "org/apache/spark/util/ThreadUtils"));
    spark.put(
        "scala-library-2.12.18.jar",
        new TestJar().classes("scala/Predef", "scala/Option", "scala/Some", "scala/App"));
    spark.put(
        "hadoop-client-api-3.3.4.jar",
        new TestJar()
            .mark("org.apache.hadoop", "hadoop-client-api", "3.3.4")
            .mark("org.apache.hadoop", "hadoop-common", "3.3.4")
            .classes(
                "org/apache/hadoop/fs/FileSystem",
                "org/apache/hadoop/fs/Path",
                "org/apache/hadoop/conf/Configuration"));
    spark.put(
        "guava-14.0.1.jar",
        new TestJar()
            .mark("com.google.guava", "guava", "14.0.1")
            .classes(
                "com/google/common/collect/Lists",
                "com/google/common/collect/Maps",
                "com/google/common/base/Joiner"));
    spark.put(
        "jackson-core-2.15.2.jar",
        new TestJar()
            .mark("com.fasterxml.jackson.core", "jackson-core", "2.15.2")
            .classes("com/fasterxml/jackson/core/JsonParser"));
    spark.put(
        "protobuf-java-3.23.4.jar",
        new TestJar()
            .mark("com.google.protobuf", "protobuf-java", "3.23.4")
            .classes("com/google/protobuf/Message"));
  }

  /** Returns one of Spark's jars. */
  TestJar spark(String name) {
    return Optional.ofNullable(spark.get(name)).orElseThrow();
  }

  /** Returns a jar that goes along. */
  TestJar along(String name) {
    return along.computeIfAbsent(name, file -> new TestJar());
  }

  /** Adds a dependency that goes along or into the jar. */
  void dependency(String group, String artifact, String version, TestJar jar) {
    Path file = jar.write(base.resolve("repository/" + artifact + "-" + version + ".jar"));
    dependencies.add(new Dependency(group, artifact, version, true, false, Optional.of(file)));
  }

  /** Adds a dependency that Spark brings, of scope provided or compile. */
  void dependency(String group, String artifact, String version, boolean provided) {
    dependencies.add(new Dependency(group, artifact, version, true, provided, Optional.empty()));
  }

  /** Adds what a library depends on: brought by Spark, or as a jar of its own. */
  void ofLibrary(String group, String artifact, String version, Optional<TestJar> jar) {
    Optional<Path> file =
        jar.map(
            content ->
                content.write(base.resolve("repository/" + artifact + "-" + version + ".jar")));
    dependencies.add(new Dependency(group, artifact, version, false, false, file));
  }

  /** Writes a file of the module. */
  void file(String name, String text) {
    try {
      Path file = base.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the job a Python whose interpreter says something of the sources. */
  void python(String says) {
    file("python", "#!/bin/sh\nprintf '" + says + "'\n");
    Path executable = base.resolve("python");
    try {
      Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PythonFacts facts = new PythonFacts(executable, "3.11.7", Map.of(), Optional.empty(), Map.of());
    python =
        Optional.of(
            new CheckedJob.PythonSide(
                new PythonEnvironment(facts, "for tests"),
                base.resolve("src/main/python/job.py"),
                base.resolve("src/main/python"),
                List.of(base.resolve("src/main/python/job.py"))));
  }

  /** Returns what the rules find. */
  List<Finding> findings() {
    return new PackageCheck(subject()).findings();
  }

  /** Returns what is judged. */
  Subject subject() {
    Path jar = job.write(base.resolve("target/job.jar"));
    List<Path> others = write(along, "along");
    CheckedJob checked =
        new CheckedJob(
            "job",
            Optional.of(jar),
            others,
            new CheckedJob.Main(mainClass, noMainClass, name -> true),
            python,
            Manager.LOCAL,
            LayeredConf.empty().with(Layer.JOB, conf, "job/conf"),
            keys,
            resources);
    return new Subject(
        base,
        List.of(base.resolve("src/main/java")),
        new Subject.Platform(version, java, write(spark, "spark/jars")),
        List.of(checked),
        dependencies);
  }

  private List<Path> write(Map<String, TestJar> jars, String folder) {
    List<Path> files = new ArrayList<>();
    jars.forEach((name, jar) -> files.add(jar.write(base.resolve(folder).resolve(name))));
    return files;
  }
}
