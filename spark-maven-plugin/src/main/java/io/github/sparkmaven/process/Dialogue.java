/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A child process that answers each line of its standard input with a line of its standard output
 * that begins with U+0001; what else it prints is kept for error messages. It is to end when its
 * standard input does.
 */
public final class Dialogue implements AutoCloseable {
  private static final String MARK = "\u0001";
  private static final int LAST_LINES = 8;

  private final Process process;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Deque<String> printed = new ArrayDeque<>();

  private Dialogue(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "dialogue");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a process.
   *
   * @param environment added to this JVM's environment variables
   * @throws IOException if it cannot be started
   */
  public static Dialogue start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new Dialogue(builder.start());
  }

  /** Says whether the process runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /**
   * Sends a line and returns the answer, without its mark.
   *
   * @throws IOException if the process ends, or gives no answer in time; it is ended then, so that
   *     a late answer is not taken for the next one's
   */
  public synchronized String exchange(String line, Duration patience) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      process.getOutputStream().write(bytes);
      process.getOutputStream().flush();
      String answer = await(patience);
      if (answer == null) {
        close();
        throw new IOException("no answer" + said());
      }
      return answer;
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private @Nullable String await(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      String answer = answers.poll(100, TimeUnit.MILLISECONDS);
      if (answer != null || !process.isAlive()) {
        // What was written before the end may still be on its way through the reader.
        return answer == null ? answers.poll(500, TimeUnit.MILLISECONDS) : answer;
      }
    }
    return null;
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int mark = line.indexOf(MARK);
        if (mark >= 0) {
          answers.add(line.substring(mark + MARK.length()));
        } else {
          remember(line);
        }
      }
    } catch (IOException e) {
      // The pipe broke because the process was ended.
    }
  }

  private void remember(String line) {
    synchronized (printed) {
      printed.addLast(line);
      if (printed.size() > LAST_LINES) {
        printed.removeFirst();
      }
    }
  }

  private String said() {
    synchronized (printed) {
      return printed.isEmpty() ? "" : "; it printed: " + String.join("\n    ", printed);
    }
  }

  /** Ends the process. */
  @Override
  public void close() {
    ProcessTree.end(process.toHandle());
  }
}
