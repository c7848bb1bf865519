/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 tasks a core x 29 executors x 3 cores = 261",
        "16 - 0.11 for kubelet and system - 0.25 for daemonsets = 15.64, in whole cores 15",
        "max(floor(0.08 x 11600), 384) = 928; 6 workers x 512 = 3072; 928 + 3072 = 4000",
        "the larger of 58 and 3 = 58",
        "(62464 - 1024 for the driver) MiB / 7 executors, rounded down = 8777 MiB, in whole 512 MiB"
            + " = 8704, at most a container of 8192; less 2 x 512 = 1024 leaves 7168; / 1.10,"
            + " rounded down = 6516, rounded down to whole 100 = 6500",
        "1 GPU / 3 tasks, cut to 6 decimals = 0.333333",
        "asks for 15600 MiB, and YARN rounds it up to a multiple of 1024 MiB = 16384 MiB",
        "9000 MiB / 1 executors = 9000 MiB, at most (9000 - 900 for the driver) MiB of the queue, in"
            + " whole 1000 MiB = 8000"
      })
  void doesSumsAgain(String text) {
    assertThat(Sums.of(text)).isNotEmpty().allMatch(Sums.Sum::holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 tasks a core x 29 executors x 3 cores = 260",
        "62465 MiB / 4 executors = 15616",
        "6 workers x 512 = 3072 = 4000",
        "15.64 - 0 = 15.64, in whole cores 16",
        "max(floor(0.08 x 11600), 384) = 927",
        "the smaller of 58 and 3 = 58",
        "8 x 2 = 16; less 4 leaves 13",
        "8 x 2 = 16, at most a container of 17",
        "1 / 3, cut to 6 decimals = 0.333334",
        "asks for 15600 MiB, and YARN rounds it up to a multiple of 1024 MiB = 17408 MiB",
        "no number at all = 3"
      })
  void findsWhatDoesNotAddUp(String text) {
    assertThat(Sums.of(text)).anyMatch(sum -> !sum.holds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7 executors", "8 executors x 3 cores = 24", "8 executors of 5"})
  void findsAFigureThatIsNotThePlans(String text) {
    List<Phrase> phrases = List.of(Phrase.of("# executors", 8), Phrase.of("# cores", 4));

    assertThat(Statement.read(text, phrases).faults()).isNotEmpty();
    assertThat(Statement.read("8 executors x 4 cores = 32; all 32", phrases).faults()).isEmpty();
  }
}
