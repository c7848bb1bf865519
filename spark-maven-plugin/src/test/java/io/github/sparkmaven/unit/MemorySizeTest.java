/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {
  private static final String ACCEPTED =
      "Give a whole number with a unit, b, k, m, g, t or p (powers of 1024), as in 61g or 11600m";

  @ParameterizedTest
  @CsvSource({
    "7b, 7",
    "7k, 7168",
    "7kb, 7168",
    "7m, 7340032",
    "7mb, 7340032",
    "7g, 7516192768",
    "7gb, 7516192768",
    "7t, 7696581394432",
    "7tb, 7696581394432",
    "7p, 7881299347898368",
    "7pb, 7881299347898368",
    "7G, 7516192768",
    "' 7m ', 7340032",
    "0m, 0",
    "9223372036854775807b, 9223372036854775807"
  })
  void readsUnitsAsPowersOf1024(String text, long bytes) {
    assertThat(MemorySize.parse("cluster/memory", text)).isEqualTo(new MemorySize(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"64", "", "g", "lots", "1.5g", "64x", "6 4g", "5 g", "1e3m", "+5g", "٣m"})
  void rejectsWhatIsNoSize(String text) {
    assertThatThrownBy(() -> MemorySize.parse("cluster/memory", text))
        .isInstanceOf(InputException.class)
        .hasMessage("cluster/memory: '" + text + "' is no memory size. " + ACCEPTED);
  }

  @Test
  void rejectsNegativeSize() {
    assertThatThrownBy(() -> MemorySize.parse("cluster/memory", "-5g"))
        .isInstanceOf(InputException.class)
        .hasMessage("cluster/memory: '-5g' is negative. " + ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808b", "8192p", "99999999999999999999m"})
  void rejectsSizeBeyondALong(String text) {
    assertThatThrownBy(() -> MemorySize.parse("cluster/memory", text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "cluster/memory: '" + text + "' is larger than any machine's memory. " + ACCEPTED);
  }

  @Test
  void rejectsNegativeBytes() {
    assertThatThrownBy(() -> new MemorySize(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative memory size: -1");
  }

  @ParameterizedTest
  @CsvSource({"62464m, 61g", "11600m, 11600m", "2048k, 2m", "1025k, 1049600b", "0g, 0m"})
  void writesTheLargestUnitThatKeepsItWhole(String given, String written) {
    assertThat(MemorySize.parse("x", given)).hasToString(written);
  }

  @Test
  void roundsDownToWholeMebibytes() {
    assertThat(MemorySize.parse("x", "2047k").mebibytes()).isEqualTo(1);
  }

  @Test
  void comparesByBytes() {
    assertThat(MemorySize.ofMebibytes(1024)).isEqualByComparingTo(MemorySize.parse("x", "1g"));
    assertThat(MemorySize.ofMebibytes(1023)).isLessThan(MemorySize.parse("x", "1g"));
  }

  @Property(tries = 300)
  void readsWhatItWrites(@ForAll @LongRange(min = 0) long bytes) {
    MemorySize size = new MemorySize(bytes);
    assertThat(MemorySize.parse("x", size.toString())).isEqualTo(size);
  }
}
