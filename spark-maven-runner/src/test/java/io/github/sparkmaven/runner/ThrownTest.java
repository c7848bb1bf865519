/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrownTest {
  @Test
  void tellsTheFirstLineAndThenTheRest() {
    Thrown thrown = Thrown.of(new AssertionError("\n the rows differ:\n\n  | a |\n  | b |\n"));

    assertThat(thrown.summary()).isEqualTo("java.lang.AssertionError: the rows differ:");
    assertThat(thrown.details()).isEqualTo("\n  | a |\n  | b |");
  }

  @Test
  void hasNoDetailsWhereThereIsOneLine() {
    assertThat(Thrown.of(new AssertionError("different")).details()).isEmpty();
    assertThat(Thrown.of(new IllegalStateException((String) null)).details()).isEmpty();
  }

  @Test
  void boundsTheDetails() {
    StringBuilder message = new StringBuilder("first\n");
    for (int i = 0; i < 2000; i++) {
      message.append("a line\n");
    }

    assertThat(Thrown.of(new AssertionError(message.toString())).details()).hasSize(8000);
  }

  @Test
  void tellsAnUnmetExpectationWithoutAType() {
    assertThat(Thrown.unmet("nothing was written").summary()).isEqualTo("nothing was written");
    assertThat(Thrown.unmet("x").isAssertion()).isTrue();
  }
}
