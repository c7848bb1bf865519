/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PythonErrorTest {
  private static final String TRACEBACK = "Traceback (most recent call last):\n";

  @Test
  void takesTheExceptionOfTheLastTraceback() {
    String printed =
        "rows 10\n"
            + TRACEBACK
            + "  File \"job.py\", line 1, in f\nKeyError: 'a'\n\n"
            + "During handling of the above exception, another exception occurred:\n\n"
            + TRACEBACK
            + "  File \"job.py\", line 3, in <module>\n    f()\nValueError: the job's own fault\n";

    assertThat(PythonError.in(printed)).contains("ValueError: the job's own fault");
  }

  @Test
  void takesWhatPy4jSaysOfTheJvm() {
    String printed =
        TRACEBACK
            + "  File \"job.py\", line 1, in <module>\n"
            + "py4j.protocol.Py4JJavaError: An error occurred while calling o45.count.\n"
            + ": org.apache.spark.SparkException: Job aborted\n\tat org.apache.spark.X.y(X.scala:1)\n";

    assertThat(PythonError.in(printed))
        .contains(
            "py4j.protocol.Py4JJavaError: An error occurred while calling o45.count."
                + ": org.apache.spark.SparkException: Job aborted");
  }

  @Test
  void findsNothingWhereNothingIsTold() {
    assertThat(PythonError.in("rows 10\n")).isEmpty();
    assertThat(PythonError.in("")).isEmpty();
    assertThat(PythonError.in(TRACEBACK + "  File \"job.py\"")).isEmpty();
  }
}
