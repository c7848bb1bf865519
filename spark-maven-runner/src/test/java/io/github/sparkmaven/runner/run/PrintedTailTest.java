/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrintedTailTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final PrintedTail tail = new PrintedTail(new PrintStream(terminal));

  @Test
  void handsOnEveryByteAsItIs() throws IOException {
    byte[] bytes = {'a', (byte) 0xff, 0, '\r', 'b'};
    tail.write(bytes, 0, bytes.length);
    tail.write('c');

    assertThat(terminal.toByteArray()).isEqualTo(new byte[] {'a', (byte) 0xff, 0, '\r', 'b', 'c'});
  }

  @Test
  void keepsTheEnd() {
    byte[] much = new byte[1 << 16];
    Arrays.fill(much, (byte) 'x');
    for (int i = 0; i < 8; i++) {
      tail.write(much, 0, much.length);
    }
    byte[] end = "the end".getBytes(StandardCharsets.UTF_8);
    tail.write(end, 0, end.length);

    assertThat(tail.text()).endsWith("xthe end").hasSizeLessThan(4 << 16);
  }
}
