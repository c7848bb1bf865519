/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastStartTest {
  private static final String COMPILER = "-XX:TieredStopAtLevel=1";
  private static final String COLLECTOR = "-XX:+UseSerialGC";

  @Test
  void takesTheFirstCompilerAndTheSerialCollector() {
    assertThat(FastStart.beside(List.of("-Xmx4g -Dspark.ui.enabled=true")))
        .containsExactly(COMPILER, COLLECTOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseG1GC",
        "-Xmx4g -XX:+UseParallelGC",
        "-XX:+UseZGC",
        "-XX:-UseG1GC",
        "-XX:+UseConcMarkSweepGC",
        "-XX:+UseShenandoahGC",
        "-Xgcpolicy:gencon"
      })
  void leavesTheCollectorToAUserWhoNamesOne(String ofUser) {
    assertThat(FastStart.beside(List.of("", ofUser))).containsExactly(COMPILER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-XX:-TieredCompilation", "-XX:TieredStopAtLevel=4", "-Xint", "-Xcomp -Xmx1g"})
  void leavesTheCompilerToAUserWhoNamesOne(String ofUser) {
    assertThat(FastStart.beside(List.of(ofUser))).containsExactly(COLLECTOR);
  }

  @Test
  void isNotMisledByOtherOptionsOfACollector() {
    assertThat(FastStart.beside(List.of("-XX:+UseGCOverheadLimit -Xlog:gc")))
        .containsExactly(COMPILER, COLLECTOR);
  }
}
