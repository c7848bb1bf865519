/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.CheckedJob.Resource;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;

/** The rows of the corpus: what is planted, and what must be found. */
final class PackageSeeds {
  private static final String JAR = "target/job.jar";
  private static final String SERVICE =
      "META-INF/services/org.apache.spark.sql.sources.DataSourceRegister";
  private static final String DRIVER = "META-INF/services/java.sql.Driver";
  private static final int PUBLIC = Opcodes.ACC_PUBLIC;
  private static final int STATIC = Opcodes.ACC_STATIC;

  private PackageSeeds() {}

  /**
   * A fault.
   *
   * @param rule the id of the rule that finds it
   * @param place where, as the log shows it
   */
  record Fault(String name, String rule, String place, Consumer<SeededModule> plant) {
    @Override
    public String toString() {
      return rule + ": " + name;
    }
  }

  /** What looks like a fault. */
  record Twin(String name, Consumer<SeededModule> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Fault> faults() {
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
            m -> m.dependency("com.google.guava", "guava", "33.0.0-jre", false)),
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

  static List<Twin> twins() {
    return List.of(
        twin("a clean module", m -> {}),
        twin(
            "a connector below org.apache.spark",
            m ->
                m.job
                    .mark("org.apache.spark", "spark-avro_2.12", "3.5.5")
                    .classes("org/apache/spark/sql/avro/AvroFileFormat")),
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

  private static Fault fault(String name, String rule, String place, Consumer<SeededModule> plant) {
    return new Fault(name, rule, place, plant);
  }

  private static Twin twin(String name, Consumer<SeededModule> plant) {
    return new Twin(name, plant);
  }
}
