/* SPDX-License-Identifier: Apache-2.0 */

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.RDDInfo;
import scala.Tuple2;

/**
 * Averages by key over pairs of ints, which the program makes and caches before the clock starts.
 * It prints the time of the first aggregation, and the median of those that follow in the same
 * process.
 *
 * <p>Arguments: {@code rdd} or {@code dataframe}, the number of pairs, the number of partitions.
 */
public final class Aggregation {
  private static final long MULTIPLIER = 2_654_435_761L;
  private static final int KEYS = 1000;
  private static final int VALUES = 97;
  private static final int AGAIN = 3;

  private Aggregation() {}

  public static void main(String[] arguments) {
    String variant = arguments[0];
    long pairs = Long.parseLong(arguments[1]);
    int partitions = Integer.parseInt(arguments[2]);
    SparkSession spark = SparkSession.builder().getOrCreate();
    Supplier<Map<Integer, Double>> aggregation =
        switch (variant) {
          case "rdd" -> rdd(spark, pairs, partitions);
          case "dataframe" -> dataframe(spark, pairs, partitions);
          default -> throw new IllegalArgumentException("no such variant: " + variant);
        };
    requireAllInMemory(spark.sparkContext());

    Map<Integer, Double> expected = expected(pairs);
    double[] seconds = new double[1 + AGAIN];
    for (int run = 0; run < seconds.length; run++) {
      long begin = System.nanoTime();
      Map<Integer, Double> averages = aggregation.get();
      seconds[run] = (System.nanoTime() - begin) / 1e9;
      if (!averages.equals(expected)) {
        throw new IllegalStateException("wrong averages: " + averages);
      }
    }
    Arrays.sort(seconds, 1, seconds.length);
    double again = seconds[1 + AGAIN / 2];
    System.out.println(String.format(Locale.ROOT, "seconds=%.3f again=%.3f", seconds[0], again));
    spark.stop();
  }

  private static Supplier<Map<Integer, Double>> rdd(
      SparkSession spark, long pairs, int partitions) {
    JavaPairRDD<Integer, Integer> cached =
        spark
            .range(0, pairs, 1, partitions)
            .toJavaRDD()
            .mapToPair(i -> new Tuple2<>((int) (i * MULTIPLIER % KEYS), (int) (i % VALUES)))
            .cache();
    cached.count();
    return () ->
        cached
            .aggregateByKey(new Mean(0, 0), Mean::plus, Mean::plus)
            .mapValues(Mean::average)
            .collectAsMap();
  }

  private static Supplier<Map<Integer, Double>> dataframe(
      SparkSession spark, long pairs, int partitions) {
    Dataset<Row> cached =
        spark
            .range(0, pairs, 1, partitions)
            .select(
                col("id").multiply(MULTIPLIER).mod(KEYS).cast("int").as("key"),
                col("id").mod(VALUES).cast("int").as("value"))
            .cache();
    cached.count();
    return () -> {
      List<Row> rows = cached.groupBy("key").agg(avg("value")).collectAsList();
      return rows.stream().collect(Collectors.toMap(row -> row.getInt(0), row -> row.getDouble(1)));
    };
  }

  private static void requireAllInMemory(SparkContext context) {
    for (RDDInfo info : context.getRDDStorageInfo()) {
      if (info.numCachedPartitions() < info.numPartitions() || info.diskSize() > 0) {
        throw new IllegalStateException("the pairs do not fit in memory: " + info);
      }
    }
  }

  /** Pairs come again after KEYS * VALUES of them, for the two numbers have no common divisor. */
  private static Map<Integer, Double> expected(long pairs) {
    Map<Integer, Mean> means = new HashMap<>();
    int period = KEYS * VALUES;
    for (int i = 0; i < Math.min(period, pairs); i++) {
      long times = pairs / period + (i < pairs % period ? 1 : 0);
      Mean mean = new Mean(times * (i % VALUES), times);
      means.merge((int) (i * MULTIPLIER % KEYS), mean, Mean::plus);
    }
    return means.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().average()));
  }

  private record Mean(long sum, long count) implements Serializable {
    Mean plus(int value) {
      return new Mean(sum + value, count + 1);
    }

    Mean plus(Mean other) {
      return new Mean(sum + other.sum, count + other.count);
    }

    double average() {
      return (double) sum / count;
    }
  }
}
