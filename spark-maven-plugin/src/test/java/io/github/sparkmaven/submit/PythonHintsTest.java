/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonHintsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.io.IOException: Cannot run program \"./environment/bin/python\": error=2, No such file or directory | python/packEnvironment",
        "pyspark.errors.exceptions.base.PySparkRuntimeError: [PYTHON_VERSION_MISMATCH] Python in worker has different version (3, 9) than that in driver 3.11 | one Python",
        "Exception: Python in worker has different version 3.9 than that in driver 3.11, PySpark cannot run with different minor versions. | one Python",
        "org.apache.spark.SparkException: Python worker exited unexpectedly (crashed) | workload/pythonWorkerMemory",
        "MemoryError | spark.executor.pyspark.memory",
      })
  void knowsWhatEndsWorkers(String cause, String part) {
    assertThat(PythonHints.of(cause, true).orElseThrow()).contains(part);
  }

  @Test
  void tellsHowAModuleReachesTheWorkers() {
    assertThat(PythonHints.of("ModuleNotFoundError: No module named 'beside'", true).orElseThrow())
        .isEqualTo(
            "Send it to the workers: among the requirements, which python/packEnvironment takes along,"
                + " below python/sourceDirectory, or in submit/pyFiles");
    assertThat(PythonHints.of("ImportError: cannot import name 'x' from 'y'", false).orElseThrow())
        .startsWith("Add it to the requirements");
  }

  @Test
  void keepsQuietOfTheProgramsOwnExceptions() {
    assertThat(PythonHints.of("ValueError: the job's own fault (job.py, line 3, in f)", true))
        .isEmpty();
  }
}
