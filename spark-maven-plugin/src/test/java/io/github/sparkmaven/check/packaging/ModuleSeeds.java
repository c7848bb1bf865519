/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.CheckedJob.Resource;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;

/** Faults in dependencies, and in how a job is started. */
final class ModuleSeeds {
  private static final int PUBLIC = Opcodes.ACC_PUBLIC;
  private static final int STATIC = Opcodes.ACC_STATIC;

  private ModuleSeeds() {}

  static List<PackageSeeds.Fault> faults() {
    return List.of(
        fault(
            "a library of Scala 2.13",
            "scala-suffix-mixed",
            "org.lib:lib_2.13:1.0",
            m -> m.dependency("org.lib", "lib_2.13", "1.0", new TestJar().classes("org/lib/A"))),
        fault(
            "a provided library of Scala 2.11",
            "scala-suffix-mixed",
            "org.lib:lib_2.11:1.0",
            m -> m.dependency("org.lib", "lib_2.11", "1.0", true)),
        fault(
            "a library of Scala 3 beside 2.12",
            "scala-suffix-mixed",
            "org.lib:lib_3:1.0",
            m -> m.dependency("org.lib", "lib_3", "1.0", true)),
        fault(
            "the scala-library of another Scala",
            "scala-suffix-mixed",
            "org.scala-lang:scala-library:2.13.12",
            m -> m.dependency("org.scala-lang", "scala-library", "2.13.12", true)),
        fault(
            "two patches of Spark's modules",
            "spark-versions-mixed",
            "org.apache.spark:spark-mllib_2.12:3.5.1",
            m -> m.dependency("org.apache.spark", "spark-mllib_2.12", "3.5.1", true)),
        fault(
            "a library's module of another patch that Spark lacks",
            "spark-versions-mixed",
            "org.apache.spark:spark-hive_2.12:3.5.1",
            m ->
                m.ofLibrary(
                    "org.apache.spark",
                    "spark-hive_2.12",
                    "3.5.1",
                    Optional.of(new TestJar().classes("org/apache/spark/sql/hive/H")))),
        fault(
            "a library's module of another minor version",
            "spark-versions-mixed",
            "org.apache.spark:spark-mllib_2.12:3.4.1",
            m -> m.ofLibrary("org.apache.spark", "spark-mllib_2.12", "3.4.1", Optional.empty())),
        fault(
            "a connector of another minor version",
            "spark-versions-mixed",
            "org.apache.spark:spark-avro_2.12:3.4.1",
            m ->
                m.dependency(
                    "org.apache.spark",
                    "spark-avro_2.12",
                    "3.4.1",
                    new TestJar().classes("org/apache/spark/sql/avro/A"))),
        fault(
            "an older scala-library",
            "scala-library-old",
            "org.scala-lang:scala-library:2.12.15",
            m -> m.dependency("org.scala-lang", "scala-library", "2.12.15", true)),
        fault(
            "an older scala-library of 2.13",
            "scala-library-old",
            "org.scala-lang:scala-library:2.13.13",
            m -> {
              m.version = new SparkVersion("4.1.0", "2.13");
              m.spark.put("scala-library-2.13.17.jar", m.spark.remove("scala-library-2.12.18.jar"));
              m.dependency("org.scala-lang", "scala-library", "2.13.13", true);
            }),
        fault(
            "the job compiled for Java 21",
            "class-level",
            "com.acme.Rates",
            m -> m.job.classFor(21, "com/acme/Rates")),
        fault(
            "a shaded library for Java 21",
            "class-level",
            "org.lib.A",
            m -> m.job.classFor(21, "org/lib/A").classFor(21, "org/lib/B")),
        fault(
            "a library for Java 11 on Spark's JDK 8",
            "class-level",
            "org.lib.A",
            m -> {
              m.java = 8;
              m.along("lib-1.0.jar").classFor(11, "org/lib/A");
            }),
        fault(
            "a main class that no jar has",
            "main-class",
            "job/mainClass",
            m -> {
              m.mainClass = Optional.of("com.acme.Jbo");
              m.noMainClass =
                  Optional.of(
                      new Problem(
                          "job/mainClass",
                          "'com.acme.Jbo' is not in job.jar",
                          "Give com.acme.Job"));
            }),
        fault(
            "several classes with a main",
            "main-class",
            "job/mainClass",
            m -> {
              m.mainClass = Optional.empty();
              m.noMainClass =
                  Optional.of(
                      new Problem(
                          "job/mainClass",
                          "is missing, and several classes have a main method: A, B",
                          "Give one"));
            }),
        fault(
            "a class without a main method",
            "main-class",
            "com.acme.Rates",
            m -> m.mainClass = Optional.of("com.acme.Rates")),
        fault(
            "a main method that is not static",
            "main-class",
            "com.acme.Job",
            m -> m.job.main("com/acme/Job", PUBLIC, PUBLIC)),
        fault(
            "a main method that is not public",
            "main-class",
            "com.acme.Job",
            m -> m.job.main("com/acme/Job", PUBLIC, STATIC)),
        fault(
            "a class that is not public",
            "main-class",
            "com.acme.Job",
            m -> m.job.main("com/acme/Job", 0, PUBLIC | STATIC)),
        fault(
            "a Scala object hidden by its class",
            "main-class",
            "com.acme.Model",
            m -> {
              m.mainClass = Optional.of("com.acme.Model");
              m.job.classes("com/acme/Model").main("com/acme/Model$", PUBLIC, PUBLIC);
            }),
        fault(
            "a source that does not compile",
            "python-syntax",
            "src/main/python/job.py:2",
            m -> m.python("src/main/python/job.py\\t2\\tinvalid syntax\\n")),
        fault(
            "a misspelt key",
            "unknown-key",
            "job/conf/spark.executer.memory",
            m ->
                m.keys.add(
                    new Problem(
                        "job/conf/spark.executer.memory",
                        "Spark knows no key",
                        "Write spark.executor.memory"))),
        fault(
            "a misspelt key of the POM, with its line",
            "unknown-key",
            "conf/spark.executer.memory:3",
            m -> {
              m.file(
                  "pom.xml",
                  "<project>\n<conf>\n<spark.executer.memory>1g</spark.executer.memory>\n");
              m.keys.add(
                  new Problem(
                      "conf/spark.executer.memory",
                      "Spark knows no key",
                      "Write spark.executor.memory"));
            }),
        fault(
            "a jar that is not there",
            "missing-jar",
            "submit/jars",
            m -> m.resources.add(new Resource("submit/jars", "lib/udfs.jar"))),
        fault(
            "a file that is not there, under another name",
            "missing-jar",
            "job/conf/spark.files",
            m -> m.resources.add(new Resource("job/conf/spark.files", "conf/app.conf#app.conf"))));
  }

  private static PackageSeeds.Fault fault(
      String name, String rule, String place, Consumer<SeededModule> plant) {
    return new PackageSeeds.Fault(name, rule, place, plant);
  }
}
