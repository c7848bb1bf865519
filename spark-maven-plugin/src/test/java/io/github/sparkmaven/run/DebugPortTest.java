/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebugPortTest {
  @ParameterizedTest
  @CsvSource({"'', 5005", "true, 5005", "5006, 5006", "0, 0", "65535, 65535", "' 8000 ', 8000"})
  void takesAPortOrTheUsualOne(String text, int port) {
    assertThat(DebugPort.parse(text)).hasValue(port);
  }

  @Test
  void waitsForNobodyWhereItIsFalse() {
    assertThat(DebugPort.parse("false")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "yes", "5005x", "123456"})
  void refusesWhatIsNoPort(String text) {
    assertThatThrownBy(() -> DebugPort.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "run/debug: '%s' is no port. Give true for port 5005, another port, 0 for any free one,"
                + " or false",
            text);
  }

  @Test
  void refusesAPortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> DebugPort.check(taken.getLocalPort()))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("run/debug: port " + taken.getLocalPort() + " is taken: ")
          .hasMessageEndingWith(
              ". End what listens there, or give another, as in -Dspark.maven.run.debug=0 for any"
                  + " free one");
    }
  }
}
