/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.streaming.StreamingQuery;

/** Waits for a query to process what it has, but not for ever. */
final class QueryWait {
  private final StreamingQuery query;
  private final Duration limit;

  QueryWait(StreamingQuery query, Duration limit) {
    this.query = query;
    this.limit = limit;
  }

  /** Waits; {@code added} is the number of values, for messages. */
  void await(long added) {
    // Spark waits without a limit, so it does in a thread that can be left.
    FutureTask<Void> processed = new FutureTask<>(query::processAllAvailable, null);
    Thread waiting = new Thread(processed, "stream-feed");
    waiting.setDaemon(true);
    waiting.start();
    try {
      processed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause(), added);
    } catch (TimeoutException e) {
      processed.cancel(true);
      throw late(added);
    } catch (InterruptedException e) {
      processed.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("await: interrupted", e);
    }
  }

  private static IllegalStateException failed(Throwable thrown, long added) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new IllegalStateException(
        String.format(
            "await: the query has failed after %d values were added: %s: %s",
            added, root.getClass().getSimpleName(), root.getMessage()),
        thrown);
  }

  private IllegalStateException late(long added) {
    return new IllegalStateException(
        String.format(
            "await: the query has not processed all of the %d values within %s. Its state is \"%s\";"
                + " withTimeLimit(...) gives it longer.",
            added, limit, query.status().message()));
  }
}
