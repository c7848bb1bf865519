/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  private RootCause cause(String name) {
    try (DriverLog log =
        new DriverLog(
            folder.resolve("driver.log"),
            new Heard(),
            key -> Optional.empty(),
            Optional.empty(),
            true)) {
      RealLog.lines(name).forEach(log::output);
      return log.facts().cause().orElseThrow();
    }
  }
}
