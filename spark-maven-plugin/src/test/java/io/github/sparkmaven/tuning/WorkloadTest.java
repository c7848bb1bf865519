/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.08", "0.1", "1", "9.999999", " 0.4 "})
  void readsAnOverheadFactor(String text) {
    assertThat(Workload.parseOverheadFactor("workload/memoryOverheadFactor", text))
        .isEqualByComparingTo(text.trim());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-0.1", "10", "8%", "0.0000001", "NaN"})
  void rejectsAFactorThatIsNone(String text) {
    assertThatThrownBy(() -> Workload.parseOverheadFactor("workload/memoryOverheadFactor", text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "workload/memoryOverheadFactor: '"
                + text
                + "' is no overhead factor. Give a number above 0 and below 10 with at most six"
                + " decimals, as in 0.10");
  }

  @Test
  void dropsOnlyThePinsThatShapeTheLayout() {
    WorkloadExample kept =
        WorkloadExample.python()
            .with("memoryOverheadFactor", "0.2")
            .with("memoryOverhead", "3g")
            .with("offHeapMemory", "1g")
            .with("pythonWorkerMemory", "1g")
            .with("pythonMemoryEnforced", "true")
            .with("driverMemory", "4g")
            .with("driverCores", "2");
    WorkloadExample pinned =
        kept.with("executorsPerNode", "2")
            .with("executorInstances", "3")
            .with("executorCores", "4")
            .with("executorMemory", "5g");

    assertThat(pinned.workload().withoutLayoutPins()).isEqualTo(kept.workload());
    assertThat(kept.workload().layoutPinned()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"executorsPerNode", "executorInstances", "executorCores"})
  void knowsThatANumberPinsTheLayout(String name) {
    assertThat(WorkloadExample.jvm().with(name, "2").workload().layoutPinned()).isTrue();
  }

  @Test
  void knowsThatAHeapPinsTheLayout() {
    assertThat(WorkloadExample.jvm().with("executorMemory", "2g").workload().layoutPinned())
        .isTrue();
  }
}
