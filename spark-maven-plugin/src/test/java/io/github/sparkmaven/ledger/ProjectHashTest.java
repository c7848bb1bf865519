/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectHashTest {
  @Test
  void isTheSameOnEveryMachine() {
    // printf 'com.acme:clustering||prod' | sha256sum
    assertThat(ProjectHash.of("com.acme:clustering", Optional.empty(), "prod"))
        .isEqualTo("f68d72302c6b483c");
    assertThat(ProjectHash.of("com.acme:clustering", Optional.of("nightly"), "prod"))
        .isEqualTo("8646af1bb69131b6");
  }
}
