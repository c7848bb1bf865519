/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A child process that is read until it ends, and that never outlives this JVM.
 *
 * <p>The end of the process decides, not the end of its output: a grandchild may hold the pipes
 * open for ever. What the process has started and left behind is ended after it.
 */
public final class FollowedProcess {
  private static final Duration LAST_OUTPUT = Duration.ofSeconds(2);

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final Process process;
  private final Set<ProcessHandle> descendants = ConcurrentHashMap.newKeySet();
  private final Thread output;
  private final Thread errors;

  /**
   * Takes a started process over; its standard input is closed.
   *
   * @param output gets each line of its standard output, in a thread of its own
   * @param errors gets each line of its standard error, in a thread of its own
   */
  public FollowedProcess(Process process, Consumer<String> output, Consumer<String> errors) {
    this.process = process;
    this.output = reader("stdout", process.getInputStream(), output);
    this.errors = reader("stderr", process.getErrorStream(), errors);
  }

  /**
   * Waits for the end; when the time is up, when this thread is interrupted, or when this JVM ends,
   * the process and all its descendants are ended.
   *
   * @throws EnvironmentException if this thread is interrupted
   */
  public ProcessEnd await(Optional<TimeLimit> limit) {
    return await(limit, () -> true);
  }

  /**
   * Waits for the end as {@link #await(Optional)} does.
   *
   * @param goOn asked about every half second in the meantime; the process is ended when it says no
   */
  public ProcessEnd await(Optional<TimeLimit> limit, BooleanSupplier goOn) {
    Thread atShutdown = new Thread(this::end, "end-spark-process");
    Runtime.getRuntime().addShutdownHook(atShutdown);
    try {
      output.start();
      errors.start();
      process.getOutputStream().close();
      boolean inTime = awaitEnd(limit, goOn);
      if (process.isAlive()) {
        end();
      }
      int exitCode = process.waitFor();
      descendants.forEach(ProcessTree::end);
      output.join(LAST_OUTPUT.toMillis());
      errors.join(LAST_OUTPUT.toMillis());
      return new ProcessEnd(exitCode, !inTime);
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      throw new EnvironmentException("Interrupted; the process " + process.pid() + " was ended", e);
    } catch (RuntimeException e) {
      end();
      throw e;
    } catch (IOException e) {
      end();
      throw new EnvironmentException("Lost the process " + process.pid() + ": " + e, e);
    } finally {
      forget(atShutdown);
    }
  }

  /** Looks now and then for what the process has started, to end it with the process. */
  private boolean awaitEnd(Optional<TimeLimit> limit, BooleanSupplier goOn)
      throws InterruptedException {
    long start = System.nanoTime();
    while (!process.waitFor(waitMillis(limit, start), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(descendants::add);
      if (!goOn.getAsBoolean()) {
        return true;
      }
      if (limit.isPresent() && System.nanoTime() - start >= limit.get().duration().toNanos()) {
        return false;
      }
    }
    return true;
  }

  private static long waitMillis(Optional<TimeLimit> limit, long start) {
    long left =
        limit
            .map(time -> time.duration().toMillis() - (System.nanoTime() - start) / 1_000_000)
            .orElse(Long.MAX_VALUE);
    return Math.max(1, Math.min(LOOK_EVERY.toMillis(), left));
  }

  private void end() {
    ProcessTree.end(process.toHandle());
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending, and the hook runs already.
    }
  }

  private static Thread reader(String name, InputStream stream, Consumer<String> lines) {
    Thread thread =
        new Thread(
            () -> {
              try {
                new LineReader(lines).read(new InputStreamReader(stream, StandardCharsets.UTF_8));
              } catch (IOException e) {
                // The pipe broke because the process was ended; what was read stays read.
              }
            },
            "spark-" + name);
    thread.setDaemon(true);
    return thread;
  }
}
