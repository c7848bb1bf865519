/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoetryConstraintTest {
  /** The examples of poetry's documentation. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "^1.2.3|>=1.2.3,<2",
        "^1.2|>=1.2,<2",
        "^1|>=1,<2",
        "^0.2.3|>=0.2.3,<0.3",
        "^0.0.3|>=0.0.3,<0.0.4",
        "^0.0|>=0.0,<0.1",
        "^0|>=0,<1",
        "~1.2.3|>=1.2.3,<1.3",
        "~1.2|>=1.2,<1.3",
        "~1|>=1,<2",
        "1.2.*|==1.2.*",
        ">= 1.2, < 1.5|>=1.2,<1.5",
        "~=1.4.2|~=1.4.2",
        "0.9.4|==0.9.4",
        "==1.2.3|==1.2.3"
      })
  void saysItInPipsWords(String poetry, String pip) {
    assertThat(PoetryConstraint.specifiers(poetry)).contains(pip);
  }

  @Test
  void asksNothingForAnyVersion() {
    assertThat(PoetryConstraint.specifiers("*")).contains("");
  }

  @Test
  void hasNoWordsForAlternatives() {
    assertThat(PoetryConstraint.specifiers("^1.2 || ^2.0")).isEmpty();
    assertThat(PoetryConstraint.specifiers("latest")).isEmpty();
  }
}
