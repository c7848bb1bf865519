/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class EventChannelTest {
  @Test
  void encodesFieldsSoThatOnlyItsOwnTabsAndLineEndsAreOnTheChannel() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EventChannel channel = new EventChannel(out);
    channel.send("test-skipped", "a.B$C", "", "a\tb\r\n\u0001\u20ac 100%");
    channel.send("finished", 1, 2);
    assertThat(new String(out.toByteArray(), StandardCharsets.US_ASCII))
        .isEqualTo(
            "\u0001test-skipped\ta.B%24C\t\ta%09b%0D%0A%01%E2%82%AC+100%25\n"
                + "\u0001finished\t1\t2\n");
  }
}
