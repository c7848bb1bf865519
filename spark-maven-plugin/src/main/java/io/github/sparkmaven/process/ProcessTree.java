/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends a process and all that it started: first asking, then by force. */
final class ProcessTree {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private ProcessTree() {}

  static void end(ProcessHandle root) {
    // Taken before anything ends: an orphan is no longer a descendant of anyone we know.
    List<ProcessHandle> all = Stream.concat(Stream.of(root), root.descendants()).toList();
    all.forEach(ProcessHandle::destroy);
    if (!awaitEnd(all)) {
      all.forEach(ProcessHandle::destroyForcibly);
      awaitEnd(all);
    }
  }

  private static boolean awaitEnd(List<ProcessHandle> all) {
    CompletableFuture<?>[] ends =
        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
