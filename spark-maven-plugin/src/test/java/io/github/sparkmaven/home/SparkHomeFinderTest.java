/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkHomeFinderTest {
  private static final SparkVersion SPARK = new SparkVersion("3.5.5", "2.12");

  @TempDir Path folder;

  @Test
  void takesTheDeclaredHomeBeforeSparkHome() throws IOException {
    Path declared = home("declared", "spark-core_2.12-3.5.1.jar");
    Path ofEnvironment = home("environment", "spark-core_2.12-3.5.5.jar");

    assertThat(finder(ofEnvironment).find(Optional.of(declared)))
        .contains(new SparkHome(declared, "sparkHome"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark-core_2.12-3.5.5.jar",
        "spark-core_2.12-3.5.0.jar",
        "spark-core_2.12-3.5.1.2-vendor.jar",
        "spark-core_2.12-3.5.0.7.1.9.0-387.jar"
      })
  void takesSparkHomeWhereMajorAndMinorFit(String coreJar) throws IOException {
    Path home = home("environment", coreJar);

    assertThat(finder(home).find(Optional.empty())).contains(new SparkHome(home, "SPARK_HOME"));
  }

  @Test
  void takesAVendorsHomeWithALongVersion() throws IOException {
    Path home = home("vendor", "spark-core_2.12-3.3.2.3.3.7190.0-91.jar");

    assertThat(
            new SparkHomeFinder(new SparkVersion("3.3.4", "2.12"), name -> Optional.empty())
                .find(Optional.of(home)))
        .contains(new SparkHome(home, "sparkHome"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark-core_2.12-3.4.5.jar",
        "spark-core_2.13-3.5.5.jar",
        "spark-core_2.13-4.1.0.jar",
        "spark-core_2.12-3.50.0.jar",
        "spark-sql_2.12-3.5.5.jar"
      })
  void passesOverASparkHomeOfAnotherVersion(String jar) throws IOException {
    assertThat(finder(home("environment", jar)).find(Optional.empty())).isEmpty();
  }

  @Test
  void passesOverASparkHomeThatIsNone() {
    assertThat(finder(folder.resolve("missing")).find(Optional.empty())).isEmpty();
  }

  @Test
  void leavesItToAssemblingWhereNothingIsSet() {
    assertThat(new SparkHomeFinder(SPARK, name -> Optional.empty()).find(Optional.empty()))
        .isEmpty();
  }

  @Test
  void refusesADeclaredFolderThatIsNoHome() {
    assertThatThrownBy(() -> finder(folder).find(Optional.of(folder)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "sparkHome: '%s' is no Spark home: it has no bin/spark-submit or no"
                + " jars/spark-core_*.jar. Give the folder of a Spark distribution, or remove it to"
                + " have one assembled",
            folder);
  }

  @Test
  void refusesADeclaredHomeWithoutSparkSubmit() throws IOException {
    Path home = home("declared", "spark-core_2.12-3.5.5.jar");
    Files.delete(home.resolve("bin/spark-submit"));

    assertThatThrownBy(() -> finder(folder).find(Optional.of(home)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("sparkHome: '" + home + "' is no Spark home");
  }

  @Test
  void refusesADeclaredHomeOfAnotherVersion() throws IOException {
    Path home = home("declared", "spark-core_2.13-4.1.0.jar");

    assertThatThrownBy(() -> finder(folder).find(Optional.of(home)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "sparkHome: '%s' holds Spark 4.1 (Scala 2.13), and the project uses 3.5.5 (Scala 2.12). Give a home"
                + " of Spark 3.5 (Scala 2.12), or change the project's dependencies",
            home);
  }

  private static SparkHomeFinder finder(Path sparkHome) {
    return new SparkHomeFinder(
        SPARK, name -> Optional.of(sparkHome.toString()).filter(home -> name.equals("SPARK_HOME")));
  }

  private Path home(String name, String jar) throws IOException {
    Path home = folder.resolve(name);
    Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("spark-submit"));
    Files.createFile(Files.createDirectories(home.resolve("jars")).resolve(jar));
    return home;
  }
}
