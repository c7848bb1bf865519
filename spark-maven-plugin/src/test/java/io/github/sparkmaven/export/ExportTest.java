/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir Path folder;

  @Test
  void packsAllThatTheScriptNeeds() throws IOException {
    ExportExample example = example().homeJar("core", "1").homeJar("api", "2");
    example.touch("lib/a.jar");

    ExportResult result = Export.run(example.jar("lib/a.jar").request());

    assertThat(result.classifier()).isEqualTo("spark-default");
    assertThat(result.bundle().getFileName())
        .hasToString("clustering-1.0-SNAPSHOT-default-spark.zip");
    assertThat(names(result))
        .containsExactly(
            "README.txt",
            "bin/submit",
            "bundle.json",
            "conf/spark-defaults.conf",
            "home.list",
            "jars/a.jar",
            "job/clustering.jar",
            "lib/plugin-1.0.jar",
            "lib/spark-maven-runner-1.0.jar");
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void namesTheJobAmongSeveral() throws IOException {
    ExportResult result = Export.run(example().job("daily").request());

    assertThat(result.classifier()).isEqualTo("spark-default-daily");
    assertThat(result.bundle().getFileName())
        .hasToString("clustering-1.0-SNAPSHOT-default-daily-spark.zip");
  }

  @Test
  void makesTheScriptExecutable() throws IOException {
    Path zip = Export.run(example().request()).bundle();

    try (FileSystem unpacked =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
      assertThat(permissions(unpacked.getPath("bin/submit"))).isEqualTo("rwxr-xr-x");
      assertThat(permissions(unpacked.getPath("bundle.json"))).isEqualTo("rw-r--r--");
    }
  }

  @Test
  void givesTheSameBytesAgainWhateverTheFilesTimesAndTheMachinesZone() throws IOException {
    byte[] first =
        Files.readAllBytes(Export.run(example().homeJar("core", "1").request()).bundle());
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      ExportRequest again = example().homeJar("core", "1").request();
      Files.setLastModifiedTime(
          Path.of(again.program().resource()), FileTime.from(Instant.ofEpochSecond(1_000_000_000)));

      assertThat(Export.run(again).bundle()).hasBinaryContent(first);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void stampsEveryEntry() throws IOException {
    LocalDateTime stamp = LocalDateTime.of(2020, 2, 3, 4, 6);

    ExportResult result = Export.run(example().stamp(stamp).request());

    try (ZipFile zip = new ZipFile(result.bundle().toFile())) {
      assertThat(zip.stream().map(entry -> entry.getTimeLocal())).isNotEmpty().containsOnly(stamp);
    }
  }

  @Test
  void leavesSecretsOutAndSaysSo() throws IOException {
    ExportRequest request =
        example()
            .conf("spark.acme.password", "s3cr3t-1")
            .conf("spark.acme.url", "jdbc:db://me:s3cr3t-2@host/x")
            .conf("spark.acme.plain", "kept")
            .variable("ACME_TOKEN", "s3cr3t-3")
            .variable("ACME_MODE", "fast")
            .argument("--token")
            .argument("t0ken")
            .homeJar("core", "1")
            .request();

    ExportResult result = Export.run(request);

    assertThat(everything(result)).doesNotContain("s3cr3t");
    assertThat(text(result, "conf/spark-defaults.conf")).contains("\nspark.acme.plain kept\n");
    assertThat(text(result, "README.txt")).contains("  spark.acme.password\n");
    assertThat(result.warnings())
        .containsExactly(
            "Left out of the bundle as secrets: spark.acme.password, spark.acme.url. Give them on"
                + " site: bin/submit --properties-file FILE, or the spark-defaults.conf in"
                + " SPARK_CONF_DIR",
            "The bundle holds arguments that look like secrets, for everybody who can read it:"
                + " number 5 (of --token). Leave them out of job/arguments, and give them on site:"
                + " bin/submit -- ARGUMENTS",
            "Left out of the bundle as secrets, and to be set on site: the environment variables"
                + " ACME_TOKEN");
  }

  @Test
  void takesAlongWhatTheCompanionsAndNotTheSettingsName() throws IOException {
    ExportExample example =
        example()
            .conf("spark.jars", "lib/a.jar, hdfs:///shared/b.jar")
            .conf("spark.files", "etc/app.conf#settings")
            .jar("lib/a.jar")
            .jar("hdfs:///shared/b.jar")
            .file("etc/app.conf#settings");
    example.touch("lib/a.jar");
    example.touch("etc/app.conf");

    ExportResult result = Export.run(example.request());

    assertThat(names(result)).contains("jars/a.jar", "files/app.conf");
    assertThat(text(result, "conf/spark-defaults.conf"))
        .doesNotContain("spark.jars", "spark.files");
    assertThat(text(result, "bundle.json"))
        .contains("\"jars/a.jar\"", "\"hdfs:///shared/b.jar\"", "\"files/app.conf#settings\"");
  }

  @Test
  void keepsTwoFilesOfOneNameApart() throws IOException {
    ExportExample example = example().jar("x/a.jar").jar("y/a.jar").jar("x/a.jar");
    example.touch("x/a.jar");
    example.touch("y/a.jar");

    ExportResult result = Export.run(example.request());

    assertThat(text(result, "jars/a.jar")).isEqualTo("x/a.jar");
    assertThat(text(result, "jars/2/a.jar")).isEqualTo("y/a.jar");
  }

  @Test
  void tellsOfAllThatIsMissingAndLeavesAnEarlierBundle() throws IOException {
    Path earlier = Export.run(example().request()).bundle();
    byte[] bytes = Files.readAllBytes(earlier);

    assertThatThrownBy(() -> Export.run(example().jar("no.jar").file("no.conf").request()))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(
            "2 problems:",
            "jars: 'no.jar' is no file. Give a file, or a URI that the cluster reaches",
            "files: 'no.conf' is no file. Give a file, or a URI that the cluster reaches");
    assertThat(earlier).hasBinaryContent(bytes);
    try (Stream<Path> files = Files.list(earlier.getParent())) {
      assertThat(files).containsExactly(earlier);
    }
  }

  @Test
  void listsTheJarsOfTheHomeByTheirDigest() throws IOException {
    ExportResult result = Export.run(example().homeJar("core", "1").homeJar("api", "2").request());

    assertThat(text(result, "home.list").lines().skip(1))
        .satisfiesExactly(
            line ->
                assertThat(line).matches("[0-9a-f]{64}  org/acme/api/2/api-2.jar  org.acme:api:2"),
            line -> assertThat(line).endsWith("  org/acme/core/1/core-1.jar  org.acme:core:1"));
  }

  @Test
  void saysWhereNoHomeIsDescribed() throws IOException {
    ExportResult result = Export.run(example().request());

    assertThat(names(result)).doesNotContain("home.list");
    assertThat(result.warnings())
        .containsExactly(
            "sparkHome is given, so that the bundle describes no Spark: on site SPARK_HOME has to"
                + " name one");
  }

  @Test
  void describesAJobForTheOperator() throws IOException {
    ExportResult result = Export.run(onKubernetes().request());

    assertThat(names(result))
        .contains(
            "kubernetes/driver-pod-template.yaml",
            "kubernetes/executor-pod-template.yaml",
            "kubernetes/spark-application.yaml");
    try (var golden = getClass().getResourceAsStream("spark-application.yaml")) {
      assertThat(text(result, "kubernetes/spark-application.yaml"))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void warnsOfAManifestWithoutAnImage() throws IOException {
    ExportRequest request =
        example()
            .homeJar("core", "1")
            .to(Manager.KUBERNETES, "k8s://https://host:6443", DeployMode.CLUSTER)
            .request();

    assertThat(Export.run(request).warnings())
        .containsExactly(
            "spark.kubernetes.container.image is not set: kubernetes/spark-application.yaml names"
                + " no image");
  }

  private ExportExample onKubernetes() throws IOException {
    ExportExample example =
        example()
            .to(Manager.KUBERNETES, "k8s://https://host:6443", DeployMode.CLUSTER)
            .conf("spark.app.name", "clusters")
            .conf("spark.kubernetes.container.image", "registry.acme.com/spark:3.5.5")
            .conf("spark.kubernetes.namespace", "jobs")
            .conf("spark.kubernetes.authenticate.driver.serviceAccountName", "spark")
            .conf("spark.kubernetes.driver.limit.cores", "1500m")
            .conf("spark.kubernetes.executor.label.team", "off")
            .conf("spark.driver.memory", "2g")
            .conf("spark.executor.cores", "3")
            .conf("spark.executor.instances", "109")
            .conf("spark.executor.memory", "10700m")
            .conf("spark.executor.memoryOverhead", "1070m")
            .conf("spark.sql.shuffle.partitions", "327")
            .jar("lib/a.jar")
            .pods(
                "apiVersion: v1\nkind: Pod\nspec:\n  tolerations:\n    - key: a\n",
                "apiVersion: v1\nkind: Pod\nspec:\n  tolerations:\n    - key: b\n");
    example.touch("lib/a.jar");
    return example;
  }

  private ExportExample example() {
    return new ExportExample(folder);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(ExportResult result) throws IOException {
    try (ZipFile zip = new ZipFile(result.bundle().toFile())) {
      return zip.stream().map(entry -> entry.getName()).toList();
    }
  }

  private static String text(ExportResult result, String name) throws IOException {
    try (ZipFile zip = new ZipFile(result.bundle().toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String everything(ExportResult result) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : names(result)) {
      all.append(text(result, name));
    }
    return all.toString();
  }
}
