/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerBoundsTest {

  @ParameterizedTest
  @CsvSource({
    // minimum, increment, maximum, request, container
    "1024, 1024, 62464, 1, 1024",
    "1024, 1024, 62464, 1024, 1024",
    "1024, 1024, 62464, 1025, 2048",
    "1024, 1024, 62464, 15600, 16384",
    "256, 256, 62464, 15600, 15616",
    "1024, 512, 62464, 600, 1024",
    "1024, 512, 62464, 1100, 1536",
    "512, 1024, 62464, 100, 1024",
    "1024, 1024, 62464, 62464, 62464"
  })
  void roundsARequestUpToTheIncrement(
      long minimum, long increment, long maximum, long request, long container) {
    assertThat(new ContainerBounds(minimum, increment, maximum, 1, 15).memoryMib(request))
        .isEqualTo(container);
  }

  @ParameterizedTest
  @CsvSource({"59900, 60000", "60000, 60000", "60001, 60416"})
  void roundsNotBeyondTheMaximumUnlessTheRequestIs(long request, long container) {
    assertThat(new ContainerBounds(1024, 1024, 60000, 1, 15).memoryMib(request))
        .isEqualTo(container);
  }
}
