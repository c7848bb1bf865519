/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import java.util.List;
import java.util.function.Consumer;

/** Faults in what is in the jars. */
final class ContentSeeds {
  private static final String JAR = "target/job.jar";
  private static final String SERVICE =
      "META-INF/services/org.apache.spark.sql.sources.DataSourceRegister";
  private static final String DRIVER = "META-INF/services/java.sql.Driver";

  private ContentSeeds() {}

  static List<PackageSeeds.Fault> faults() {
    return List.of(
        fault(
            "all of Spark's core",
            "spark-bundled",
            JAR,
            m -> m.job.shade(m.spark("spark-core_2.12-3.5.5.jar"))),
        fault(
            "a minimised Spark with its mark",
            "spark-bundled",
            JAR,
            m ->
                m.job
                    .mark("org.apache.spark", "spark-core_2.12", "3.4.1")
                    .classOf("org/apache/spark/SparkConf", "old")),
        fault(
            "a third of Spark without a mark",
            "spark-bundled",
            JAR,
            m -> m.job.classes("org/apache/spark/SparkContext", "org/apache/spark/rdd/RDD")),
        fault(
            "a module that the home lacks",
            "spark-bundled",
            JAR,
            m ->
                m.job
                    .mark("org.apache.spark", "spark-graphx_2.12", "3.5.5")
                    .classes("org/apache/spark/graphx/Graph")),
        fault(
            "Spark in a jar that goes along",
            "spark-bundled",
            "along/fat-lib-1.0.jar",
            m -> m.along("fat-lib-1.0.jar").shade(m.spark("spark-core_2.12-3.5.5.jar"))),
        fault(
            "scala-library",
            "scala-bundled",
            JAR,
            m -> m.job.shade(m.spark("scala-library-2.12.18.jar"))),
        fault(
            "part of another scala-library",
            "scala-bundled",
            JAR,
            m -> m.job.classOf("scala/Predef", "other")),
        fault(
            "hadoop-client-api",
            "hadoop-bundled",
            JAR,
            m -> m.job.shade(m.spark("hadoop-client-api-3.3.4.jar"))),
        fault(
            "hadoop-common of another version",
            "hadoop-bundled",
            JAR,
            m ->
                m.job
                    .mark("org.apache.hadoop", "hadoop-common", "2.7.4")
                    .classOf("org/apache/hadoop/fs/Path", "old")),
        fault(
            "a signature without digests",
            "signature-files",
            JAR + "!/META-INF/BC.SF",
            m ->
                m.job
                    .text("META-INF/BC.SF", "Signature-Version: 1.0\n")
                    .text("META-INF/BC.DSA", "x")),
        fault(
            "two signatures",
            "signature-files",
            JAR + "!/META-INF/A.SF",
            m ->
                m.job
                    .text("META-INF/A.SF", "Signature-Version: 1.0\n")
                    .text("META-INF/B.SF", "Signature-Version: 1.0\n")),
        fault(
            "a signature in a jar that goes along",
            "signature-files",
            "along/fat-lib-1.0.jar!/META-INF/BC.SF",
            m ->
                m.along("fat-lib-1.0.jar")
                    .classes("org/lib/A")
                    .text("META-INF/BC.SF", "Signature-Version: 1.0\n")),
        fault(
            "the service file of the second library dropped",
            "services-lost",
            JAR + "!/" + SERVICE,
            m -> {
              TestJar excel =
                  new TestJar().classes("org/excel/Source").text(SERVICE, "org.excel.Source\n");
              TestJar xml =
                  new TestJar()
                      .classes("org/xml/Source")
                      .text(SERVICE, "# ours\norg.xml.Source # one\n");
              m.dependency("org.excel", "excel", "1.0", excel);
              m.dependency("org.xml", "xml", "1.0", xml);
              m.job.shade(excel).shade(xml);
            }),
        fault(
            "all service files excluded",
            "services-lost",
            JAR + "!/" + DRIVER,
            m -> {
              TestJar driver = new TestJar().classes("org/db/Driver").text(DRIVER, "org.db.Driver");
              m.dependency("org.db", "db", "1.0", driver);
              m.job.shade(driver).remove(DRIVER);
            }),
        fault(
            "the job's own service file in the way",
            "services-lost",
            JAR + "!/" + DRIVER,
            m -> {
              TestJar driver = new TestJar().classes("org/db/Driver").text(DRIVER, "org.db.Driver");
              m.dependency("org.db", "db", "1.0", driver);
              m.job.text(DRIVER, "com.acme.OwnDriver").classes("com/acme/OwnDriver").shade(driver);
            }),
        fault(
            "one class in two versions of a library",
            "duplicate-classes",
            "org.lib.A",
            m -> {
              m.along("lib-1.0.jar").classOf("org/lib/A", "one");
              m.along("lib-all-2.0.jar").classOf("org/lib/A", "two");
            }),
        fault(
            "a class of the jar in a library that goes along",
            "duplicate-classes",
            "org.lib.A",
            m -> {
              m.job.classOf("org/lib/A", "one");
              m.along("lib-1.0.jar").classOf("org/lib/A", "two");
            }),
        fault(
            "another Guava shaded",
            "clash-with-spark",
            JAR + "!/com/google/common/collect",
            m ->
                m.job
                    .mark("com.google.guava", "guava", "32.1.2-jre")
                    .classOf("com/google/common/collect/Lists", "n")
                    .classOf("com/google/common/collect/Maps", "n")),
        fault(
            "another Jackson along",
            "clash-with-spark",
            "along/jackson-core-2.17.0.jar!/com/fasterxml/jackson/core/JsonParser.class",
            m ->
                m.along("jackson-core-2.17.0.jar")
                    .classOf("com/fasterxml/jackson/core/JsonParser", "n")),
        fault(
            "another protobuf without a mark",
            "clash-with-spark",
            JAR + "!/com/google/protobuf/Message.class",
            m -> m.job.classOf("com/google/protobuf/Message", "n")),
        fault(
            "one class of Spark replaced",
            "clash-with-spark",
            JAR + "!/org/apache/spark/util/Utils.class",
            m -> m.job.classOf("org/apache/spark/util/Utils", "patched")),
        fault(
            "a dependency that Spark's stands in for",
            "clash-with-spark",
            "com.google.guava:guava:33.0.0-jre",
            m -> m.dependency("com.google.guava", "guava", "33.0.0-jre", false)));
  }

  private static PackageSeeds.Fault fault(
      String name, String rule, String place, Consumer<SeededModule> plant) {
    return new PackageSeeds.Fault(name, rule, place, plant);
  }
}
