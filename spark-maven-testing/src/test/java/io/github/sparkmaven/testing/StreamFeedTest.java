/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static io.github.sparkmaven.testing.DatasetAssert.assertDataset;
import static io.github.sparkmaven.testing.TestData.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.junit.jupiter.api.Test;

@SparkTest
class StreamFeedTest {
  private final SparkSession spark;

  StreamFeedTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void returnsTheRowsOfAllBatchesInAppendMode() {
    try (StreamFeed<String> feed = StreamFeed.of(spark, Encoders.STRING())) {
      feed.start(words -> words.selectExpr("upper(value) AS word"), OutputMode.Append());
      feed.add("a", "b");
      assertDataset(feed.await()).hasRows(row("A"), row("B"));
      feed.add("c").add();
      assertDataset(feed.await()).hasRows(row("A"), row("B"), row("C"));
    }
  }

  @Test
  void returnsTheLastResultInCompleteMode() {
    try (StreamFeed<String> feed = StreamFeed.of(spark, Encoders.STRING())) {
      feed.add("a");
      feed.start(words -> words.groupBy("value").count(), OutputMode.Complete());
      feed.await();
      feed.add("b", "a");

      assertDataset(feed.await()).hasRows(row("a", 2), row("b", 1));
    }
  }

  @Test
  void stopsTheQueryAndDropsItsResult() {
    int views = spark.catalog().listTables().collectAsList().size();
    try (StreamFeed<Long> feed = StreamFeed.of(spark, Encoders.LONG())) {
      feed.start(numbers -> numbers, OutputMode.Append());
      assertThat(spark.streams().active()).hasSize(1);
    }

    assertThat(spark.streams().active()).isEmpty();
    assertThat(spark.catalog().listTables().collectAsList()).hasSize(views);
  }

  @Test
  void carriesWhatTheQueryHasThrown() {
    try (StreamFeed<String> feed = StreamFeed.of(spark, Encoders.STRING())) {
      MapFunction<String, Integer> parse = Integer::valueOf;
      feed.start(words -> words.map(parse, Encoders.INT()), OutputMode.Append());
      feed.add("1", "one");

      assertThatThrownBy(feed::await)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "await: the query has failed after 2 values were added: NumberFormatException: For"
                  + " input string: \"one\"")
          .hasCauseInstanceOf(StreamingQueryException.class);
    }
  }

  @Test
  void doesNotWaitForEver() {
    try (StreamFeed<String> feed = StreamFeed.of(spark, Encoders.STRING())) {
      feed.withTimeLimit(Duration.ofMillis(200));
      MapFunction<String, String> sleep =
          word -> {
            Thread.sleep(5_000);
            return word;
          };
      feed.start(words -> words.map(sleep, Encoders.STRING()), OutputMode.Append());
      feed.add("a");

      assertThatThrownBy(feed::await)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith(
              "await: the query has not processed all of the 1 values within PT0.2S. Its state is \"")
          .hasMessageEndingWith("\"; withTimeLimit(...) gives it longer.");
    }
  }

  @Test
  void refusesCallsInTheWrongOrder() {
    try (StreamFeed<String> feed = StreamFeed.of(spark, Encoders.STRING())) {
      assertThatThrownBy(feed::await)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("await: no query runs. Call start first.");
      feed.start(words -> words, OutputMode.Append());
      assertThatThrownBy(() -> feed.start(words -> words, OutputMode.Append()))
          .hasMessage(
              "start: this feed has a query already. Make another StreamFeed for another query.");
    }
    assertThatThrownBy(() -> StreamFeed.of(spark, Encoders.STRING()).withTimeLimit(Duration.ZERO))
        .hasMessage("withTimeLimit(PT0S): give a time of more than 0, as Duration.ofSeconds(60).");
  }
}
