/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuAmountTest {

  @ParameterizedTest
  @CsvSource({
    "4, 4000, 4",
    "31.85, 31850, 31.85",
    "31850m, 31850, 31.85",
    "' 0.5 ', 500, 0.5",
    "0, 0, 0"
  })
  void readsCoresAndThousandths(String text, long millicores, String written) {
    assertThat(CpuAmount.parse("cluster/kubernetes/allocatableCores", text))
        .isEqualTo(new CpuAmount(millicores))
        .hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.2345", "4 cores", "NaN", "1e3", "12345678", ".5", "1.5m"})
  void rejectsWhatIsNoAmount(String text) {
    assertThatThrownBy(() -> CpuAmount.parse("cluster/kubernetes/allocatableCores", text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "cluster/kubernetes/allocatableCores: '"
                + text
                + "' is no amount of CPU. Give cores or millicores, as in 4, 31.85 or 31850m");
  }

  @Test
  void isNeverNegative() {
    assertThatThrownBy(() -> new CpuAmount(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative amount of CPU: -1");
  }
}
