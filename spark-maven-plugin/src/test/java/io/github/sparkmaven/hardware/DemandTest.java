/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandTest {

  @ParameterizedTest
  @CsvSource({
    // memory, cores, gpus; of 10240 MiB, 8 cores and 4 GPUs
    "1024, 1, 1, 4",
    "1024, 1, 0, 8",
    "1024, 0, 0, 10",
    "5121, 1, 1, 1",
    "1024, 9, 0, 0",
    "1024, 1, 5, 0",
    "10241, 1, 0, 0",
    "0, 3, 0, 2"
  })
  void isHeldAsOftenAsTheScarcestResourceAllows(long memory, int cores, int gpus, int times) {
    assertThat(new Demand(memory, cores, gpus).timesIn(10240, 8, 4)).isEqualTo(times);
  }

  @Test
  void findsNoPlaceWhereSomethingElseTookMoreThanThereIs() {
    assertThat(new Demand(1, 1, 0).timesIn(-5, 8, 0)).isZero();
    assertThat(new Demand(1, 1, 0).timesIn(5, -8, 0)).isZero();
  }

  @Test
  void limitsNothingWhereNothingIsAskedFor() {
    assertThat(Demand.NOTHING.timesIn(1, 1, 0)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Demand.NOTHING.isNothing()).isTrue();
    assertThat(new Demand(0, 0, 1).isNothing()).isFalse();
  }
}
