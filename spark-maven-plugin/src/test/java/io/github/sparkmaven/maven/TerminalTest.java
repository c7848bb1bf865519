/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

  @Test
  void isOneWhereAPersonWatches() {
    assertThat(wanted(true, 1, XTERM)).isTrue();
  }

  @Test
  void isNoneInBatchMode() {
    assertThat(wanted(false, 1, XTERM)).isFalse();
  }

  @Test
  void isNoneInAParallelBuild() {
    assertThat(wanted(true, 2, XTERM)).isFalse();
  }

  @Test
  void isNoneAgainstTheUsersWord() {
    assertThat(wanted(true, 1, Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
    assertThat(wanted(true, 1, Map.of("TERM", "dumb"))).isFalse();
    assertThat(wanted(true, 1, Map.of())).isFalse();
  }

  @Test
  void isNoneWithoutAConsole() {
    assertThat(Terminal.of(request(true, 1), name -> Optional.of("xterm"), null, System.out))
        .isEmpty();
  }

  private static boolean wanted(boolean interactive, int threads, Map<String, String> variables) {
    return Terminal.wanted(
        request(interactive, threads), name -> Optional.ofNullable(variables.get(name)));
  }

  private static MavenExecutionRequest request(boolean interactive, int threads) {
    MavenExecutionRequest request =
        new DefaultMavenExecutionRequest().setInteractiveMode(interactive);
    request.setDegreeOfConcurrency(threads);
    return request;
  }
}
