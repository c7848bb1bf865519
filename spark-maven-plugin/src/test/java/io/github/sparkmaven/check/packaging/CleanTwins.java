/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.CheckedJob.Resource;
import io.github.sparkmaven.conf.SparkVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What looks like a fault and is none. */
final class CleanTwins {
  private static final String SERVICE =
      "META-INF/services/org.apache.spark.sql.sources.DataSourceRegister";

  private CleanTwins() {}

  static List<PackageSeeds.Twin> all() {
    return List.of(
        twin("a clean module", m -> {}),
        twin(
            "a connector below org.apache.spark",
            m ->
                m.job
                    .mark("org.apache.spark", "spark-avro_2.12", "3.5.5")
                    .classes("org/apache/spark/sql/avro/AvroFileFormat")),
        twin(
            "what Spark's build leaves in every jar that is built like Spark",
            m -> {
              m.spark("spark-core_2.12-3.5.5.jar")
                  .mark("org.spark-project.spark", "unused", "1.0.0")
                  .classes("org/apache/spark/unused/UnusedStubClass");
              m.job
                  .mark("org.spark-project.spark", "unused", "1.0.0")
                  .classOf("org/apache/spark/unused/UnusedStubClass", "other");
            }),
        twin(
            "a module that the home lacks and that goes along",
            m ->
                m.along("spark-graphx_2.12-3.5.5.jar")
                    .mark("org.apache.spark", "spark-graphx_2.12", "3.5.5")
                    .classes("org/apache/spark/graphx/Graph")),
        twin(
            "a dependency that Spark brings in a later minor version",
            m -> m.dependency("com.google.guava", "guava", "14.0", false)),
        twin(
            "a class of the user's below org.apache.spark",
            m -> m.job.classes("org/apache/spark/acme/Access")),
        twin(
            "the same class of Spark in a jar that copies one",
            m -> m.job.classes("org/apache/spark/util/Clock")),
        twin(
            "Spark relocated", m -> m.job.classes("com/acme/shaded/org/apache/spark/SparkContext")),
        twin("scala-collection-compat", m -> m.job.classes("scala/collection/compat/Factory")),
        twin(
            "hadoop-aws",
            m ->
                m.job
                    .classes("org/apache/hadoop/fs/s3a/S3AFileSystem")
                    .mark("org.apache.hadoop", "hadoop-aws", "3.3.4")),
        twin(
            "digests of classes in the manifest",
            m ->
                m.job.text(
                    "META-INF/MANIFEST.MF",
                    "Manifest-Version: 1.0\n\nName: com/acme/Job.class\nX: y\n\n")),
        twin(
            "service files merged",
            m -> {
              TestJar one = new TestJar().classes("org/a/Source").text(SERVICE, "org.a.Source\n");
              TestJar two = new TestJar().classes("org/b/Source").text(SERVICE, "org.b.Source\n");
              m.dependency("org.a", "a", "1.0", one);
              m.dependency("org.b", "b", "1.0", two);
              m.job.shade(one).shade(two).text(SERVICE, "org.a.Source\norg.b.Source\n");
            }),
        twin(
            "a service whose provider was left out",
            m -> {
              TestJar one = new TestJar().classes("org/a/Source").text(SERVICE, "org.a.Source\n");
              m.dependency("org.a", "a", "1.0", one);
              m.along.put("a-1.0.jar", one);
            }),
        twin(
            "a provider relocated",
            m -> {
              TestJar one = new TestJar().classes("org/a/Source").text(SERVICE, "org.a.Source\n");
              m.dependency("org.a", "a", "1.0", one);
              m.job.classes("shaded/org/a/Source").text(SERVICE, "shaded.org.a.Source\n");
            }),
        twin("libraries of Spark's Scala", m -> m.dependency("org.lib", "lib_2.12", "1.0", true)),
        twin(
            "a library of Scala 3 beside 2.13",
            m -> {
              m.version = new SparkVersion("4.1.0", "2.13");
              m.dependency("org.lib", "lib_3", "1.0", true);
            }),
        twin(
            "a name that ends like a Scala version",
            m -> m.dependency("org.lib", "lib_2", "2.13", true)),
        twin(
            "a connector of another patch of the same minor version",
            m ->
                m.dependency(
                    "org.apache.spark",
                    "spark-sql-kafka-0-10_2.12",
                    "3.5.1",
                    new TestJar().classes("org/apache/spark/sql/kafka010/K"))),
        twin(
            "another patch of a module that a library asks for and Spark brings",
            m -> m.ofLibrary("org.apache.spark", "spark-mllib_2.12", "3.5.0", Optional.empty())),
        twin(
            "Spark's own version",
            m -> m.dependency("org.apache.spark", "spark-sql_2.12", "3.5.5", true)),
        twin(
            "Spark's own scala-library",
            m -> m.dependency("org.scala-lang", "scala-library", "2.12.18", true)),
        twin(
            "a later scala-library",
            m -> m.dependency("org.scala-lang", "scala-library", "2.12.20", true)),
        twin(
            "versions for later Javas in a multi-release jar",
            m ->
                m.job
                    .bytes("META-INF/versions/21/org/lib/A.class", new byte[] {1})
                    .classes("org/lib/A")
                    .text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n")),
        twin(
            "a module-info of a later Java",
            m -> m.along("lib-1.0.jar").classFor(21, "module-info").classes("org/lib/A")),
        twin(
            "one class of a library that is loaded where it can be",
            m -> m.along("lib-1.0.jar").classFor(21, "org/lib/Virtual").classes("org/lib/A")),
        twin("classes for the JDK itself", m -> m.job.classFor(17, "com/acme/Rates")),
        twin(
            "a main method that is inherited",
            m -> m.job.main("com/acme/Base").subclass("com/acme/Job", "com/acme/Base")),
        twin(
            "a main class in a jar that goes along",
            m -> {
              m.mainClass = Optional.of("org.tool.Main");
              m.along("tool-1.0.jar").main("org/tool/Main");
            }),
        twin(
            "the same class twice",
            m -> {
              m.along("lib-1.0.jar").classes("org/lib/A");
              m.along("lib-copy-1.0.jar").classes("org/lib/A");
            }),
        twin(
            "package-info and module-info twice",
            m -> {
              m.along("one-1.0.jar")
                  .classOf("org/lib/package-info", "a")
                  .classOf("module-info", "a");
              m.along("two-1.0.jar")
                  .classOf("org/lib/package-info", "b")
                  .classOf("module-info", "b");
            }),
        twin(
            "Guava relocated",
            m ->
                m.job
                    .mark("com.google.guava", "guava", "32.1.2-jre")
                    .classes("com/acme/shaded/com/google/common/collect/Lists")),
        twin(
            "Spark's own Guava, rewritten in shading",
            m ->
                m.job
                    .mark("com.google.guava", "guava", "14.0.1")
                    .classOf("com/google/common/collect/Lists", "rewritten")),
        twin(
            "another Guava that is put first",
            m -> {
              m.conf.put("spark.driver.userClassPathFirst", "true");
              m.conf.put("spark.executor.userClassPathFirst", "true");
              m.job.classOf("com/google/common/collect/Lists", "n");
            }),
        twin(
            "another version of annotations",
            m -> {
              m.spark.put("jsr305-3.0.0.jar", new TestJar().classes("javax/annotation/Nullable"));
              m.job.classOf("javax/annotation/Nullable", "n");
            }),
        twin(
            "a dependency in the version that Spark brings",
            m -> m.dependency("com.google.guava", "guava", "14.0.1", false)),
        twin(
            "a dependency of scope provided",
            m -> m.dependency("com.google.guava", "guava", "33.0.0-jre", true)),
        twin("sources that compile", m -> m.python("")),
        twin(
            "files that are there",
            m -> {
              m.file("lib/udfs.jar", "");
              m.resources.add(new Resource("submit/jars", "lib/udfs.jar"));
              m.resources.add(new Resource("submit/archives", "lib/udfs.jar#env"));
            }),
        twin(
            "resources that cannot be looked at",
            m -> {
              m.resources.add(new Resource("job/conf/spark.jars", "hdfs:///lib/udfs.jar"));
              m.resources.add(new Resource("job/conf/spark.jars", "local:/opt/lib/udfs.jar"));
              m.resources.add(new Resource("job/conf/spark.jars", "lib/*.jar"));
            }));
  }

  private static PackageSeeds.Twin twin(String name, Consumer<SeededModule> plant) {
    return new PackageSeeds.Twin(name, plant);
  }
}
