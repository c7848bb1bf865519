/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Hands on what is printed, at once and as it is, and keeps the end of it. */
final class PrintedTail extends OutputStream {
  private static final int KEPT = 1 << 16;

  private final PrintStream out;
  private final ByteArrayOutputStream earlier = new ByteArrayOutputStream();
  private final ByteArrayOutputStream latest = new ByteArrayOutputStream();

  PrintedTail(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    out.write(bytes, offset, length);
    out.flush();
    if (latest.size() > KEPT) {
      earlier.reset();
      earlier.write(latest.toByteArray(), 0, latest.size());
      latest.reset();
    }
    latest.write(bytes, offset, length);
  }

  @Override
  public void flush() {
    out.flush();
  }

  /** Returns the end of what was printed. */
  synchronized String text() {
    return new String(earlier.toByteArray(), StandardCharsets.UTF_8)
        + new String(latest.toByteArray(), StandardCharsets.UTF_8);
  }
}
