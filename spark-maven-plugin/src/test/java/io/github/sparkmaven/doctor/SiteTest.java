/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environment variables, the Spark home and the site's Hadoop configuration. */
class SiteTest {
  @TempDir Path folder;
  private Patient patient;

  @BeforeEach
  void sound() {
    patient = new Patient(folder);
  }

  @Test
  void findsNoVariable() {
    patient.variable("PATH", "/bin").variable("PYTHONPATH", "/lib").variable("SPARK_TESTING", " ");

    assertThat(variables())
        .containsExactly(
            Finding.ok("environment", "no variable is set that would change what runs"));
  }

  @Test
  void tellsWhatEachVariableDoes() {
    patient
        .variable("SPARK_TESTING", "1")
        .variable("SPARK_DAEMON_MEMORY", "2g")
        .variable("SPARK_SUBMIT_OPTS", "-Dspark.my.password=hunter2")
        .variable("MASTER", "local");

    assertThat(variables())
        .extracting(Finding::severity, Finding::what, Finding::fix)
        .containsExactly(
            tuple(Severity.NOTE, "MASTER=local is set", ""),
            tuple(Severity.NOTE, "SPARK_DAEMON_MEMORY=2g is set", ""),
            tuple(
                Severity.WARNING,
                "SPARK_SUBMIT_OPTS=*********(redacted) is set",
                "unset SPARK_SUBMIT_OPTS"),
            tuple(Severity.WARNING, "SPARK_TESTING=1 is set", "unset SPARK_TESTING"));
  }

  @Test
  void mindsAProxyOnKubernetesAlone() {
    patient.variable("https_proxy", "http://proxy:3128");
    assertThat(variables()).extracting(Finding::severity).containsExactly(Severity.OK);

    patient.on(Manager.KUBERNETES, "k8s://k:443", DeployMode.CLUSTER);
    assertThat(variables()).extracting(Finding::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void saysWhichHomeIsUsed() {
    assertThat(home())
        .containsExactly(
            Finding.ok(
                "spark-home", "SPARK_HOME is not set: a home is made of the project's own Spark"));

    patient.file("spark/bin/spark-submit", "");
    patient.file("spark/jars/spark-core_2.12-3.5.1.jar", "");
    Path spark = folder.resolve("spark");
    patient.variable("SPARK_HOME", spark.toString());
    assertThat(home())
        .containsExactly(
            Finding.ok(
                "spark-home",
                "SPARK_HOME=" + spark + " fits Spark 3.5.5 (Scala 2.12) and is used"));
  }

  @Test
  void warnsOfAHomeThatIsPassedOver() {
    patient.variable("SPARK_HOME", "/opt/spark");

    assertThat(home())
        .containsExactly(
            Finding.warning(
                "spark-home",
                "SPARK_HOME=/opt/spark is passed over: it is no Spark 3.5 (Scala 2.12)",
                "The goals make a home of the project's own Spark, and spark-submit from a shell"
                    + " runs another.",
                "unset SPARK_HOME, or name a home of that version"));

    patient.home = Optional.of(Path.of("/other"));
    assertThat(home()).extracting(Finding::severity).containsExactly(Severity.NOTE);
  }

  @Test
  void tellsTheSitesSparkConfiguration() {
    patient.confFolder = Optional.of(folder.resolve("conf"));
    patient.file("conf/spark-defaults.conf", "");
    patient.file("conf/spark-env.sh", "");
    patient.variable("SPARK_CONF_DIR", "/no/conf");

    assertThat(home())
        .extracting(Finding::severity, Finding::what)
        .contains(
            tuple(Severity.WARNING, "SPARK_CONF_DIR=/no/conf is no folder"),
            tuple(Severity.NOTE, folder.resolve("conf/spark-defaults.conf") + " is read"),
            tuple(Severity.NOTE, folder.resolve("conf/spark-env.sh") + " is run by spark-submit"));
  }

  @Test
  void wantsNoHadoopConfigurationWithoutYarn() throws IOException {
    assertThat(hadoop()).isEmpty();
  }

  @Test
  void refusesYarnWithoutAConfiguration() throws IOException {
    patient.on(Manager.YARN, "yarn", DeployMode.CLIENT);

    assertThat(hadoop())
        .containsExactly(
            Finding.error(
                "hadoop-conf",
                "neither HADOOP_CONF_DIR nor YARN_CONF_DIR is set, and no spark-env.sh sets them",
                "spark-submit refuses: When running with master 'yarn' either HADOOP_CONF_DIR or"
                    + " YARN_CONF_DIR must be set in the environment.",
                "export HADOOP_CONF_DIR=/etc/hadoop/conf"));
  }

  @Test
  void readsTheFolderThatSparkEnvNames() throws IOException {
    patient.on(Manager.YARN, "yarn", DeployMode.CLIENT);
    patient.confFolder = Optional.of(folder.resolve("conf"));
    patient.file("conf/spark-env.sh", "HADOOP_CONF_DIR=" + folder.resolve("hadoop") + "\n");
    Path core = patient.file("hadoop/core-site.xml", "<configuration/>");

    assertThat(hadoop()).containsExactly(Finding.ok("hadoop-conf", "can be read: " + core));
  }

  @Test
  void refusesAFileThatIsNoXml() throws IOException {
    Path file = patient.file("hadoop/yarn-site.xml", "<configuration>\n<property>");
    patient.variable("YARN_CONF_DIR", folder.resolve("hadoop").toString());

    assertThat(hadoop()).hasSize(1);
    assertThat(hadoop().get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(hadoop().get(0).what()).startsWith(file + ", line 2: it cannot be read as XML (");
  }

  @Test
  void refusesAFolderThatIsNone() throws IOException {
    patient.variable("HADOOP_CONF_DIR", "/no/conf");

    assertThat(hadoop())
        .containsExactly(
            Finding.error(
                "hadoop-conf",
                "/no/conf is no folder, and HADOOP_CONF_DIR or YARN_CONF_DIR names it",
                "Hadoop's client knows nothing of the site, and takes its own defaults.",
                "export HADOOP_CONF_DIR= the folder that holds the site's core-site.xml"));
  }

  @Test
  void warnsOfAFolderWithoutFiles() throws IOException {
    patient.variable("HADOOP_CONF_DIR", folder.resolve("tmp").toString());

    assertThat(hadoop()).extracting(Finding::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void warnsOfADefaultFileSystemThatLocalModeWouldTake() throws IOException {
    patient.file("hadoop/core-site.xml", property("fs.defaultFS", "hdfs://nn:8020"));
    patient.variable("HADOOP_CONF_DIR", folder.resolve("hadoop").toString());

    assertThat(hadoop())
        .contains(
            Finding.warning(
                "hadoop-conf",
                "HADOOP_CONF_DIR makes hdfs://nn:8020 the default file system",
                "Also with master local a path without a scheme, /data/input, is looked for there"
                    + " and not on this machine.",
                "unset HADOOP_CONF_DIR YARN_CONF_DIR, or write file:/data/input"));

    patient.on(Manager.YARN, "yarn", DeployMode.CLIENT);
    assertThat(hadoop()).extracting(Finding::severity).containsExactly(Severity.OK);

    patient.on(Manager.LOCAL, "local[*]", DeployMode.CLIENT);
    patient.setting("spark.hadoop.fs.defaultFS", "file:///");
    assertThat(hadoop()).extracting(Finding::severity).containsExactly(Severity.OK);
  }

  @Test
  void warnsOfAPlanForAnotherSite() throws IOException {
    Path planned = patient.file("planned/yarn-site.xml", property("a", "1"));
    Path used = patient.file("hadoop/yarn-site.xml", property("a", "2"));
    patient.hadoopConfFolder = Optional.of(folder.resolve("planned"));
    patient.variable("HADOOP_CONF_DIR", folder.resolve("hadoop").toString());
    patient.on(Manager.YARN, "yarn", DeployMode.CLIENT);

    assertThat(hadoop())
        .extracting(Finding::severity, Finding::what)
        .contains(
            tuple(
                Severity.WARNING,
                "cluster/hadoopConfDir and HADOOP_CONF_DIR hold another yarn-site.xml each: "
                    + planned
                    + ", "
                    + used));

    patient.file("hadoop/yarn-site.xml", property("a", "1"));
    assertThat(hadoop()).extracting(Finding::severity).containsExactly(Severity.OK);
  }

  static String property(String name, String value) {
    return "<configuration><property><name>"
        + name
        + "</name><value>"
        + value
        + "</value></property></configuration>";
  }

  private List<Finding> variables() {
    return new EnvironmentExamination(patient.request(), patient.surroundings()).findings();
  }

  private List<Finding> home() {
    return new HomeExamination(patient.request(), patient.surroundings()).findings();
  }

  private List<Finding> hadoop() throws IOException {
    return new HadoopExamination(patient.request(), patient.site()).findings();
  }
}
