/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LostExecutorTest {
  // What YarnAllocator of Spark 3.5.5 makes of the diagnosis of YARN 3.3.
  private static final String OF_YARN =
      "Container killed by YARN for exceeding physical memory limits. 2.2 GB of 2 GB physical memory"
          + " used. Consider boosting spark.executor.memoryOverhead.";
  private static final Map<String, String> PLANNED =
      Map.of(
          "spark.executor.memory", "600m",
          "spark.executor.memoryOverhead", "1408m",
          "spark.executor.cores", "2");

  @Test
  void tellsWhoseMemoryItWasAndWhatToDeclare() {
    // 2.2 GB are 2253 MiB; less the heap of 600 they are 827 for each of two workers.
    assertThat(cause(OF_YARN, PLANNED))
        .isEqualTo(
            new RootCause(
                "Executor 2 was killed by YARN for its memory: its container used 2.2 GB of 2 GB, of"
                    + " which 600 MiB are heap (spark.executor.memory), 384 MiB the JVM's overhead,"
                    + " 1024 MiB reserved for Python: 2 workers x 512 MiB",
                "Declare workload/pythonWorkerMemory, at least 832m (what was used beside the heap,"
                    + " for each worker): the plan then reserves it, with fewer cores or less heap;"
                    + " where spark.executor.memoryOverhead is pinned, it has to be 2048m"));
  }

  @Test
  void readsTheDiagnosisOfTheNodeManager() {
    String diagnosis =
        "Container [pid=4242,containerID=container_1732290000000_0001_01_000002] is running"
            + " 213909504B beyond the 'PHYSICAL' memory limit. Current usage: 1.4 GB of 1.2 GB physical"
            + " memory used; 6.1 GB of 2.6 GB virtual memory used. Killing container.";

    assertThat(cause(diagnosis, Map.of("spark.executor.memory", "896m")))
        .extracting(RootCause::text, RootCause::hint)
        .containsExactly(
            "Executor 2 was killed by YARN for its memory: its container used 1.4 GB of 1.2 GB, of"
                + " which 896 MiB are heap (spark.executor.memory), 384 MiB the JVM's overhead, 0 MiB"
                + " reserved for Python: 1 workers x 0 MiB",
            "Declare workload/pythonWorkerMemory, at least 576m (what was used beside the heap, for"
                + " each worker): the plan then reserves it, with fewer cores or less heap; where"
                + " spark.executor.memoryOverhead is pinned, it has to be 960m");
  }

  @Test
  void tellsOfTheShareWhereNobodySaysWhatWasUsed() {
    assertThat(cause("The executor with id 2 exited with exit code 137(SIGKILL).", PLANNED))
        .extracting(RootCause::text, RootCause::hint)
        .containsExactly(
            "Executor 2 was killed (SIGKILL, exit code 137), mostly by its node or container for its"
                + " memory, of which 600 MiB are heap (spark.executor.memory), 384 MiB the JVM's"
                + " overhead, 1024 MiB reserved for Python: 2 workers x 512 MiB",
            "Declare more workload/pythonWorkerMemory than 512m: the plan then reserves it; or look"
                + " for who else killed it in the log of the executor");
  }

  @Test
  void countsEnforcedPythonMemoryOnTop() {
    assertThat(
            cause(
                OF_YARN,
                Map.of(
                    "spark.executor.memory", "1g",
                    "spark.executor.cores", "4",
                    "spark.task.cpus", "2",
                    "spark.executor.pyspark.memory", "600")))
        .extracting(RootCause::text)
        .asString()
        .endsWith("384 MiB the JVM's overhead, 600 MiB reserved for Python: 2 workers x 300 MiB");
  }

  @Test
  void leavesProgramsOfTheJvmTheirOwnAdvice() {
    assertThat(
            new LostExecutor("2", OF_YARN, key -> Optional.ofNullable(PLANNED.get(key)), false)
                .cause())
        .isEqualTo(
            new RootCause(
                "Executor 2 was lost: " + OF_YARN, "Raise spark.executor.memoryOverhead=1408m"));
  }

  @Test
  void saysNothingOfMemoryThatItCannotRead() {
    assertThat(cause(OF_YARN, Map.of("spark.executor.memory", "much")))
        .extracting(RootCause::hint)
        .isEqualTo("Raise spark.executor.memoryOverhead");
  }

  private static RootCause cause(String reason, Map<String, String> settings) {
    return new LostExecutor("2", reason, key -> Optional.ofNullable(settings.get(key)), true)
        .cause();
  }
}
