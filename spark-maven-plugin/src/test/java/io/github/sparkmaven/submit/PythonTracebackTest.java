/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What real Python programs printed, run by PySpark 3.5.5 on Python 3.11. Spark puts the standard
 * error of the interpreter on standard output; Spark's own log is on standard error.
 */
class PythonTracebackTest {
  private static final String CAST =
      "pyspark.errors.exceptions.captured.NumberFormatException: [CAST_INVALID_INPUT] The value 'many'"
          + " of the type \"STRING\" cannot be cast to \"INT\"";

  @TempDir Path folder;
  private DriverLog log;

  @BeforeEach
  void open() {
    log = log(true);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "simple          | ValueError: invalid literal for int() with base 10: 'many' (simple.py, line 2, in parse)",
        "raisedfrom      | LoadError: cannot load /no/such/file (raised_from.py, line 9, in load)",
        "worker          | ZeroDivisionError: division by zero (worker.py, line 5, in halve)",
        "udf             | KeyError: 'key0' (udf.py, line 9, in broken)",
        "exists          | org.apache.hadoop.mapred.FileAlreadyExistsException: Output directory file:/builds/acme/there already exists",
        "assert          | AssertionError (keyboard.py, line 1, in <module>)",
        "jvm             | pyspark.errors.exceptions.captured.NumberFormatException: For input string: \"many\" (jvmerror.py, line 4, in <module>)",
        "recoveredraised | RuntimeError: the end (exitmessage.py, line 8, in <module>)",
      })
  void tellTheExceptionThatEndedTheProgramAndTheUsersLastLine(String name, String cause) {
    print(name);

    assertThat(cause()).contains(cause);
  }

  @Test
  void tellTheFirstLineOfAnAnalysisError() {
    print("analysis");

    assertThat(cause().orElseThrow())
        .startsWith(
            "pyspark.errors.exceptions.captured.AnalysisException: [UNRESOLVED_COLUMN.WITH_SUGGESTION]"
                + " A column or function parameter with name `missing` cannot be resolved.")
        .endsWith("(analysis.py, line 4, in <module>)")
        .doesNotContain("\n");
  }

  @Test
  void tellAnErrorOfTheQuery() {
    print("cast");

    assertThat(cause().orElseThrow()).startsWith(CAST);
  }

  @Test
  void tellTheExecutorWhoseTaskFailed() {
    print("worker");
    RootCause before = log.facts().cause().orElseThrow();
    errors("worker-errors");

    assertThat(log.facts().cause()).contains(before);
  }

  /** The lines of two outputs come as they like. */
  @Test
  void areNotMixedWithWhatSparkLogsMeanwhile() {
    List<String> printed = RealLog.lines("3.5.5-python-raisedfrom");
    List<String> logged = RealLog.lines("3.5.5-python-worker-errors");
    for (int i = 0; i < Math.max(printed.size(), logged.size()); i++) {
      if (i < printed.size()) {
        log.output(printed.get(i));
      }
      if (i < logged.size()) {
        log.error(logged.get(i));
      }
    }
    log.error("26/11/26 10:07:41 ERROR Utils: Uncaught exception in thread shutdown-hook-0");
    log.error("java.io.IOException: cannot delete");
    log.error("Caused by: java.nio.file.FileSystemException: busy");

    assertThat(cause())
        .contains("LoadError: cannot load /no/such/file (raised_from.py, line 9, in load)");
  }

  /** The log of a driver on a cluster has them among Spark's own lines. */
  @Test
  void areReadInTheLogOfADriverOnTheCluster() throws IOException {
    Path file = folder.resolve("cluster.log");
    Files.write(file, RealLog.lines("3.5.5-python-worker"));

    assertThat(DriverLog.read(file, key -> Optional.empty(), true).cause())
        .map(RootCause::text)
        .contains("ZeroDivisionError: division by zero (worker.py, line 5, in halve)");
  }

  @Test
  void areNothingToAJvmsJobThatPrintsThemOnStandardOutput() {
    log.close();
    log = log(false);
    print("simple");

    assertThat(cause()).isEmpty();

    log.error("Exception in thread \"main\" java.io.IOException: disk says no");
    print("simple");
    assertThat(cause()).contains("java.io.IOException: disk says no");
  }

  @Test
  void giveWayToWhatAManagerSaysOfTheApplication() {
    print("simple");
    log.error(
        "26/11/26 10:07:41 INFO Client: Application has been killed. Reason: killed by admin");

    assertThat(cause()).contains("killed by admin");
  }

  @Test
  void winOverTheStageThatTheyTellOf() {
    errors("worker-errors");
    print("worker");

    assertThat(cause())
        .contains("ZeroDivisionError: division by zero (worker.py, line 5, in halve)");
  }

  @Test
  void nameAnExceptionOfALocalClass() {
    log.output("Traceback (most recent call last):");
    log.output("  File \"/builds/acme/job.py\", line 7, in <module>");
    log.output("    main()");
    log.output("  File \"/builds/acme/job.py\", line 4, in main");
    log.output("    raise Refused(\"no\")");
    log.output("main.<locals>.Refused: no");

    assertThat(cause()).contains("main.<locals>.Refused: no (job.py, line 4, in main)");
  }

  @Test
  void nameNoLineOfALibrary() {
    log.output("Traceback (most recent call last):");
    log.output("  File \"/builds/acme/job.py\", line 7, in <module>");
    log.output("  File \"/py/lib/python3.11/site-packages/requests/api.py\", line 59, in request");
    log.output("  File \"<frozen importlib._bootstrap>\", line 1176, in _find_and_load");
    log.output("requests.exceptions.ConnectionError: refused");

    assertThat(cause())
        .contains("requests.exceptions.ConnectionError: refused (job.py, line 7, in <module>)");
  }

  private Optional<String> cause() {
    return log.facts().cause().map(RootCause::text);
  }

  private void print(String name) {
    RealLog.lines("3.5.5-python-" + name).forEach(log::output);
  }

  private void errors(String name) {
    RealLog.lines("3.5.5-python-" + name).forEach(log::error);
  }

  private DriverLog log(boolean python) {
    return new DriverLog(
        folder.resolve("driver.log"),
        new Heard(),
        key -> Optional.empty(),
        Optional.empty(),
        python);
  }
}
