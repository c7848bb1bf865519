/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real output of Python programs, whose driver writes to standard output. */
class PythonLogTest {
  @TempDir Path folder;

  @Test
  void tellsThatAWorkerDiedAndNotHowThatWasNoticed() {
    RootCause cause = cause("3.5.5-python-local-worker-killed");

    assertThat(cause.text())
        .isEqualTo("org.apache.spark.SparkException: Python worker exited unexpectedly (crashed)");
    assertThat(cause.hint()).startsWith("A worker's process died");
  }

  @Test
  void knowsTheFunctionOfAQueryForAWorkers() {
    RootCause cause = cause("3.5.5-python-local-import-in-udf");

    assertThat(cause.text())
        .isEqualTo("ModuleNotFoundError: No module named 'nowhere' (job.py, line 5, in broken)");
    assertThat(cause.hint()).startsWith("Send it to the workers");
  }

  @Test
  void tellsWhatEndedTheLastOfTooManyExecutors() {
    RootCause cause =
        cause(
            List.of(
                "26/11/26 10:53:50 ERROR YarnScheduler: Lost executor 3 on localhost: Container killed by"
                    + " YARN for exceeding physical memory limits. 2.3 GB of 2 GB physical memory used."
                    + " Consider boosting spark.executor.memoryOverhead.",
                "26/11/26 10:53:51 ERROR YarnClientSchedulerBackend: Diagnostics message: Max number of"
                    + " executor failures (3) reached"));

    assertThat(cause.text())
        .startsWith(
            "Executor 3 was killed by YARN for its memory: its container used 2.3 GB of 2 GB");
  }

  private RootCause cause(String name) {
    return cause(RealLog.lines(name));
  }

  private RootCause cause(List<String> lines) {
    try (DriverLog log =
        new DriverLog(
            folder.resolve("driver.log"),
            new Heard(),
            key -> Optional.empty(),
            Optional.empty(),
            true)) {
      lines.forEach(line -> say(log, line));
      return log.facts().cause().orElseThrow();
    }
  }

  private static void say(DriverLog log, String line) {
    if (LogLine.of(line).get(0).logged()) {
      log.error(line);
    } else {
      log.output(line);
    }
  }
}
