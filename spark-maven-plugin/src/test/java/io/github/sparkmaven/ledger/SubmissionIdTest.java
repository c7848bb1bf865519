/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmissionIdTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-01-31T23:59:59.999Z"), ZoneOffset.ofHours(5));

  @Test
  void holdsTheSecondInUtcAndARandomPart() {
    assertThat(SubmissionId.next(CLOCK, new Random(1))).matches("20250131-235959-[0-9a-f]{6}");
  }

  @Test
  void fillsASmallNumberUpWithZeros() {
    assertThat(SubmissionId.next(CLOCK, () -> 0L)).isEqualTo("20250131-235959-000000");
  }

  @Test
  void differsWithinASecond() {
    Random random = new Random(7);

    Set<String> ids =
        IntStream.range(0, 100)
            .mapToObj(i -> SubmissionId.next(CLOCK, random))
            .collect(Collectors.toSet());

    // No draw of this seed comes twice.
    assertThat(ids).hasSize(100).allMatch(SubmissionId::matches);
  }

  @Test
  void isNotMistakenForTheNameOfAnApplication() {
    assertThat(SubmissionId.matches("application_1700000000000_0001")).isFalse();
    assertThat(SubmissionId.matches("driver-20250131235959-0001")).isFalse();
    assertThat(SubmissionId.matches("20250131-235959-000000x")).isFalse();
  }
}
