/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.classdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Waits, in a thread of its own, for the word that a list of classes is whole. */
final class EndMark {
  private final CountDownLatch reached = new CountDownLatch(1);
  private volatile boolean whole;

  /** Waits for the line {@code end} of a stream. */
  EndMark(InputStream stream) {
    Thread thread = new Thread(() -> read(stream), "end-mark");
    thread.setDaemon(true);
    thread.start();
  }

  void await() throws InterruptedException {
    reached.await();
  }

  /** Returns whether nothing more comes. */
  boolean isReached() {
    return reached.getCount() == 0;
  }

  /** Returns whether the list is whole, and wanted. */
  boolean isWhole() {
    return whole;
  }

  private void read(InputStream stream) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      whole = "end".equals(lines.readLine());
    } catch (IOException e) {
      // Whoever was to tell is gone.
    } finally {
      reached.countDown();
    }
  }
}
