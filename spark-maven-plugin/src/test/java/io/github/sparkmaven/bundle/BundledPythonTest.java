/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.export.ExportExample;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.python.FakePython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledPythonTest {
  private static final SparkVersion SPARK = new SparkVersion("3.5.5", "2.12");
  private static final String WORKER = "spark.pyspark.python";
  private static final String DRIVER = "spark.pyspark.driver.python";

  @TempDir Path folder;
  private BundleSite site;
  private FakePython python;

  @BeforeEach
  void install() throws IOException {
    site = new BundleSite(folder, new ExportExample(folder).unpacked());
    python = new FakePython(Files.createDirectories(folder.resolve("path")).resolve("python3"));
    python.says("version=3.11.7", "package.pyspark=3.5.1", "pyspark=" + folder.resolve("pyspark"));
    site.set("PATH", folder.resolve("path").toString());
  }

  @Test
  void isThatOfTheVariableBeforeThePaths() throws IOException {
    assertThat(find().environment().executable()).isEqualTo(python.executable());

    FakePython named = new FakePython(folder.resolve("own-python"));
    site.set("PYSPARK_PYTHON", named.executable().toString());
    assertThat(find().environment().executable()).isEqualTo(named.executable());
  }

  @Test
  void refusesThePysparkOfAnotherSpark() throws IOException {
    python.says("version=3.11.7", "package.pyspark=4.0.0");

    assertThatThrownBy(this::find)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("pyspark 4.0.0 (" + python.executable() + ") does not fit ");
  }

  @ParameterizedTest
  @CsvSource({
    "LOCAL, CLIENT, true, true",
    "YARN, CLIENT, true, true",
    "YARN, CLUSTER, true, false",
    "STANDALONE, CLIENT, true, true",
    "KUBERNETES, CLIENT, false, true",
    "KUBERNETES, CLUSTER, false, false"
  })
  void isNamedToThoseThatRunOnThisMachine(
      Manager manager, DeployMode mode, boolean worker, boolean driver) {
    LayeredConf conf = over(Map.of(), manager, mode);

    assertThat(conf.find(WORKER).isPresent()).isEqualTo(worker);
    assertThat(conf.find(DRIVER).isPresent()).isEqualTo(driver);
    conf.find(WORKER)
        .ifPresent(
            setting -> assertThat(setting.value()).isEqualTo(python.executable().toString()));
  }

  @Test
  void givesWayToTheSettings() {
    LayeredConf worker = over(Map.of(WORKER, "/own/python"), Manager.YARN, DeployMode.CLIENT);
    assertThat(worker.find(WORKER)).map(Setting::value).contains("/own/python");
    assertThat(worker.find(DRIVER)).as("the driver's is the workers'").isEmpty();

    LayeredConf driver = over(Map.of(DRIVER, "/own/python"), Manager.YARN, DeployMode.CLIENT);
    assertThat(driver.find(DRIVER)).map(Setting::value).contains("/own/python");
    assertThat(driver.find(WORKER)).map(Setting::value).contains(python.executable().toString());
  }

  @Test
  void standsOnTheHomeOfThePackageUnlessTheSitesHasAPythonSide() throws IOException {
    assertThat(home()).isEqualTo(folder.resolve("pyspark"));

    Path home = site.sparkHome("3.5.1");
    assertThat(home()).isEqualTo(folder.resolve("pyspark"));

    Files.createDirectories(home.resolve("python"));
    assertThat(home()).isEqualTo(home);
  }

  @Test
  void saysWhatToInstallWhereThereIsNoPyspark() throws IOException {
    python.says("version=3.11.7");

    assertThatThrownBy(this::home)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "PYSPARK_PYTHON: %1$s has no pyspark, and SPARK_HOME names no Spark 3.5 (Scala 2.12) with"
                + " a python folder. Install what the bundle's requirements.txt names, as with %1$s"
                + " -m pip install -r %2$s",
            python.executable(), site.site().bundle().resolve("requirements.txt"));
  }

  private Path home() {
    return new BundledHome(
            site.site(), BundleFile.read(site.site().bundle()), SPARK, site.console())
        .ofPython(find().environment())
        .path();
  }

  private LayeredConf over(Map<String, String> settings, Manager manager, DeployMode mode) {
    LayeredConf conf = LayeredConf.empty().with(Layer.PLUGIN, settings, "conf");
    return find().over(conf, new Target(manager, "m", mode, conf));
  }

  private BundledPython find() {
    return BundledPython.find(site.site(), SPARK);
  }
}
