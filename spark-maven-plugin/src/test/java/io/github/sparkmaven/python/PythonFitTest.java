/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFitTest {
  private String python = "3.10.4";
  private Map<String, String> packages = Map.of();
  private Map<String, String> minimums = Map.of();
  private int java = 17;

  /**
   * The least and the highest tested Python of each Spark: docs/index.md and setup.py of its tag.
   */
  @ParameterizedTest
  @CsvSource({
    "3.3.0, 3.7, 3.10",
    "3.4.4, 3.7, 3.11",
    "3.5.5, 3.8, 3.11",
    "4.0.1, 3.9, 3.13",
    "4.1.0, 3.10, 3.14",
    "4.2.0, 3.10, 3.14",
    "5.0.0, 3.10, 3.14"
  })
  void letsThePythonsThroughThatASparkIsTestedOn(String spark, String least, String tested) {
    python = least + ".0";
    assertThat(check(spark)).isEmpty();
    python = tested + ".9";
    assertThat(check(spark)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3.3.0, 3.6.15, 3.7 to 3.10",
    "3.4.4, 3.6.15, 3.7 to 3.11",
    "3.5.5, 3.7.17, 3.8 to 3.11",
    "4.0.1, 3.8.20, 3.9 to 3.13",
    "4.1.0, 3.9.25, 3.10 to 3.14",
    "4.1.0, 2.7.18, 3.10 to 3.14"
  })
  void refusesAPythonThatIsTooOld(String spark, String own, String range) {
    python = own;

    assertThatThrownBy(() -> check(spark))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/executable: Python %s (/py/bin/python) is too old for Spark %s. Use Python %s",
            own, spark, range);
  }

  @ParameterizedTest
  @CsvSource({
    "3.4.4, 3.12.1, 3.11",
    "3.5.5, 3.12.1, 3.11",
    "4.0.1, 3.14.0, 3.13",
    "4.1.0, 3.15.0, 3.14"
  })
  void warnsOfAPythonThatIsNewerThanTheTestedOnes(String spark, String own, String newest) {
    python = own;

    assertThat(check(spark))
        .containsExactly(
            "Spark "
                + spark
                + " is not tested on Python "
                + own
                + "; "
                + newest
                + " is the newest that it is");
  }

  @ParameterizedTest
  @CsvSource({"3.3.4, 3.11.0", "3.3.0, 3.12.0"})
  void refusesAPythonWhoseFunctionsCannotBeSent(String spark, String own) {
    python = own;

    assertThatThrownBy(() -> check(spark))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/executable: PySpark %s cannot send functions of Python %s to its workers"
                + " (SPARK-41125). Use Python 3.7 to 3.10, or Spark 3.4 or later",
            spark, own);
  }

  @Test
  void warnsThatPandas3KeepsThePandasApiFromBeingImported() {
    packages = Map.of("pandas", "3.1.1");

    assertThat(check("3.5.5"))
        .containsExactly(
            "pyspark.pandas of Spark 3.5.5 cannot be imported beside pandas 3.1.1; require pandas<3"
                + " where it is used");
    assertThat(check("4.1.0")).isEmpty();
    packages = Map.of("pandas", "2.3.3");
    assertThat(check("3.5.5")).isEmpty();
  }

  @Test
  void refusesPandasOfWhichPysparkAsksForALaterOne() {
    packages = Map.of("pandas", "2.1.4", "pyarrow", "14.0.0", "numpy", "1.0");
    minimums = Map.of("pandas", "2.2.0", "pyarrow", "14.0.0");

    assertThatThrownBy(() -> check("4.1.0"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/requirements: pandas 2.1.4 is too old for PySpark 4.1.0."
                + " Require pandas>=2.2.0, or leave it out");
  }

  @Test
  void asksForNoPackageThatIsNotThere() {
    minimums = Map.of("pandas", "2.2.0", "pyarrow", "14.0.0");

    assertThat(check("4.1.0")).isEmpty();
  }

  @Test
  void refusesPandas2BeforeSpark34() {
    packages = Map.of("pandas", "2.0.0");

    assertThatThrownBy(() -> check("3.3.4"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/requirements: pandas 2.0.0 lacks iteritems, which PySpark 3.3.4 calls"
                + " (SPARK-43194). Require pandas<2, or use Spark 3.4 or later");
    assertThat(check("3.4.0")).isEmpty();
    packages = Map.of("pandas", "1.5.3");
    assertThat(check("3.3.4")).isEmpty();
  }

  @Test
  void refusesTheExchangeWithPandasOnJava21BeforeSpark4() {
    packages = Map.of("pandas", "1.5.3", "pyarrow", "12.0.0");
    java = 21;

    assertThatThrownBy(() -> check("3.5.5"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "JDK 21: the exchange with pandas of PySpark 3.5.5 does not work on it. Use JDK 17, by"
                + " JAVA_HOME or maven-toolchains-plugin, or Spark 4");
    assertThat(check("4.0.0")).isEmpty();
    java = 20;
    assertThat(check("3.5.5")).isEmpty();
    java = 21;
    packages = Map.of("pandas", "1.5.3");
    assertThat(check("3.5.5")).isEmpty();
    packages = Map.of("pyarrow", "12.0.0");
    assertThat(check("3.5.5")).isEmpty();
  }

  @Test
  void tellsAllThatCannotWorkAtOnce() {
    python = "3.6.0";
    packages = Map.of("pandas", "2.0.0", "pyarrow", "1.0.0");
    minimums = Map.of("pyarrow", "4.0.0");
    java = 21;

    assertThatThrownBy(() -> check("3.3.0"))
        .hasMessageContaining("is too old for Spark 3.3.0")
        .hasMessageContaining("pyarrow 1.0.0 is too old")
        .hasMessageContaining("lacks iteritems")
        .hasMessageContaining("JDK 21: ");
  }

  private List<String> check(String spark) {
    return PythonFit.check(
        new PythonFacts(Path.of("/py/bin/python"), python, packages, Optional.empty(), minimums),
        new SparkVersion(spark, "2.13"),
        java);
  }
}
