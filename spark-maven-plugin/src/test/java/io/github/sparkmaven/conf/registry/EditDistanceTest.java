/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "memory, memory, 0",
    "memroy, memory, 1",
    "core, cores, 1",
    "cores, core, 1",
    "cares, cores, 1",
    "date, name, 2",
    "'', ab, 2"
  })
  void countsWhatIsPutInTakenOutChangedOrSwapped(String left, String right, int distance) {
    assertThat(EditDistance.between(left, right, 2)).isEqualTo(distance);
  }

  @Test
  void givesUpAboveTheLimit() {
    assertThat(EditDistance.between("abcdefghij", "zyxwvutsrq", 2)).isGreaterThan(2).isLessThan(10);
  }
}
