/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.jspecify.annotations.Nullable;

/**
 * Feeds values to a streaming query and waits for what comes out.
 *
 * <pre>{@code
 * try (StreamFeed<String> feed = StreamFeed.of(spark, Encoders.STRING())) {
 *   feed.start(words -> words.groupBy("value").count(), OutputMode.Complete());
 *   feed.add("a", "b", "a");
 *   assertDataset(feed.await()).hasRows(row("a", 2), row("b", 1));
 * }
 * }</pre>
 *
 * <p>What is added before one {@link #await()} and after another is one or more batches of the
 * query; Spark forms them. Closing stops the query and drops what it has written.
 *
 * @param <T> the type of the values
 */
public final class StreamFeed<T> implements AutoCloseable {
  private final SparkSession spark;
  private final MemoryInput<T> input;
  private final String table = "stream_feed_" + UUID.randomUUID().toString().replace('-', '_');
  private Duration limit = Duration.ofSeconds(60);
  private long added;
  private @Nullable StreamingQuery query;

  private StreamFeed(SparkSession spark, MemoryInput<T> input) {
    this.spark = spark;
    this.input = input;
  }

  /**
   * A feed of values of this type.
   *
   * @throws IllegalStateException if this Spark has no stream in memory where it is looked for
   */
  public static <T> StreamFeed<T> of(SparkSession spark, Encoder<T> encoder) {
    return new StreamFeed<>(spark, MemoryInput.of(spark, encoder));
  }

  /** Lets {@link #await()} wait as long as this, 60 seconds by default. */
  public StreamFeed<T> withTimeLimit(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(
          "withTimeLimit(" + limit + "): give a time of more than 0, as Duration.ofSeconds(60).");
    }
    this.limit = limit;
    return this;
  }

  /** The streaming dataset of the values, for a query that the test starts itself. */
  public Dataset<T> dataset() {
    return input.dataset();
  }

  /**
   * Starts the query under test; its result goes to a table in memory.
   *
   * @param query makes the result of the streaming dataset of the values
   * @param mode which rows of the result each batch writes
   * @throws IllegalStateException if a query of this feed has been started before
   */
  public StreamingQuery start(
      Function<? super Dataset<T>, ? extends Dataset<?>> query, OutputMode mode) {
    if (this.query != null) {
      throw new IllegalStateException(
          "start: this feed has a query already. Make another StreamFeed for another query.");
    }
    try {
      StreamingQuery started =
          query
              .apply(dataset())
              .writeStream()
              .format("memory")
              .queryName(table)
              .outputMode(mode)
              .start();
      this.query = started;
      return started;
    } catch (TimeoutException e) {
      throw new IllegalStateException("start: the query does not start", e);
    }
  }

  /** Adds values, before or after the start of the query. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public final StreamFeed<T> add(T... values) {
    input.add(Arrays.asList(values));
    added += values.length;
    return this;
  }

  /**
   * Waits until all that was added has been processed, and returns what the query has written since
   * its start: in append mode the rows of all batches, in complete mode those of the last, in
   * update mode the rows of all batches.
   *
   * @throws IllegalStateException if the query fails, with its own exception as the cause; if it
   *     takes longer than the time limit; or if it has not been started
   */
  public Dataset<Row> await() {
    if (query == null) {
      throw new IllegalStateException("await: no query runs. Call start first.");
    }
    new QueryWait(query, limit).await(added);
    return spark.table(table);
  }

  /** Stops the query and drops what it has written. */
  @Override
  public void close() {
    if (query == null) {
      return;
    }
    try {
      query.stop();
    } catch (TimeoutException e) {
      throw new IllegalStateException("close: the query does not stop", e);
    } finally {
      spark.catalog().dropTempView(table);
    }
  }
}
