/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Writes events to the plugin, one line each.
 *
 * <p>A line starts with U+0001, so that a stray line of native code or of a child process is not
 * taken for an event. Its fields are separated by tabs and encoded as by {@link URLEncoder}, so no
 * field holds a tab, a line end or another control character.
 */
public final class EventChannel {
  private static final char START = '\u0001';

  private final OutputStream out;

  /** Writes to the stream that the plugin reads. */
  public EventChannel(OutputStream out) {
    this.out = out;
  }

  /** Sends an event at once: the next test may end the JVM. */
  public synchronized void send(String event, Object... fields) throws IOException {
    StringBuilder line = new StringBuilder().append(START).append(event);
    for (Object field : fields) {
      line.append('\t').append(URLEncoder.encode(field.toString(), "UTF-8"));
    }
    out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
