/* SPDX-License-Identifier: Apache-2.0 */

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What every workload has to come to, computed from the numbers of the rows and without Spark. */
final class Answers {
  private Answers() {}

  /** How each answer is found. */
  static Map<String, Supplier<String>> of(Sizes sizes) {
    Map<String, Supplier<String>> answers = new TreeMap<>();
    answers.put("tpch", () -> new TpchAnswers(sizes.tpch()).compute());
    answers.put("skewed-join", () -> skewedJoin(sizes.facts(), sizes.labels()));
    answers.put("wide-shuffle", () -> wideShuffle(sizes.wide()));
    answers.put("sort-write", () -> sortWrite(sizes.sorted()));
    answers.put("kmeans", () -> kmeans(sizes.points()));
    answers.put("rdd-aggregate", () -> rddAggregate(sizes.visits()));
    answers.put("python-rdd", () -> pythonRdd(sizes.visits()));
    answers.put("small-files", () -> smallFiles(sizes.files()));
    answers.put("python-udf", () -> pythonUdf(sizes.texts()));
    return answers;
  }

  private static LongStream rows(long count) {
    return LongStream.range(0, count).parallel();
  }

  private static String skewedJoin(long facts, long labels) {
    long weighted =
        rows(facts).map(row -> Facts.value(row) * Facts.weight(Facts.key(row, labels))).sum();
    long checksum =
        rows(facts)
            .map(row -> Numbers.crc32(Facts.text(row) + Facts.label(Facts.key(row, labels))))
            .sum();
    return facts + " " + weighted + " " + checksum;
  }

  private static String wideShuffle(long count) {
    long[] latest = new long[(int) Math.max(1, count / 2)];
    Arrays.fill(latest, -1);
    LongStream.range(0, count)
        .forEach(
            row -> {
              int key = (int) Wide.key(row, count);
              if (latest[key] < 0 || isLater(row, latest[key])) {
                latest[key] = row;
              }
            });
    long keys = LongStream.of(latest).filter(row -> row >= 0).count();
    long weighted =
        LongStream.of(latest)
            .filter(row -> row >= 0)
            .map(
                row ->
                    IntStream.range(0, Wide.NUMBERS)
                        .mapToLong(i -> (i + 1) * Wide.number(row, i))
                        .sum())
            .sum();
    long checksum =
        LongStream.of(latest)
            .filter(row -> row >= 0)
            .map(row -> Numbers.crc32(Wide.text(row)))
            .sum();
    return keys + " " + weighted + " " + checksum;
  }

  private static boolean isLater(long row, long other) {
    int order = Long.compare(Wide.number(row, 0), Wide.number(other, 0));
    return order != 0 ? order > 0 : Wide.number(row, 1) > Wide.number(other, 1);
  }

  private static String sortWrite(long count) {
    return count + " " + rows(count).map(row -> Numbers.crc32(Sorted.text(row))).sum();
  }

  private static String kmeans(long count) {
    double[][] centres = Points.firstCentres();
    for (int iteration = 0; iteration < Points.ITERATIONS; iteration++) {
      double[][] current = centres;
      double[][] sums =
          rows(count)
              .collect(
                  Points::noSums,
                  (sum, row) -> Points.add(Points.point(row), current, sum),
                  Points::sum);
      centres = Points.centres(sums, current);
    }
    return Points.answer(centres);
  }

  private static String rddAggregate(long count) {
    int users = (int) Math.max(1, count / Visits.A_USER);
    int[] pages = new int[users];
    long[] seconds = new long[users];
    LongStream.range(0, count)
        .forEach(
            row -> {
              int user = (int) Visits.user(row, count);
              pages[user] |= 1 << Visits.page(row);
              seconds[user] += Visits.seconds(row);
            });
    long different = IntStream.of(pages).mapToLong(Integer::bitCount).sum();
    long visitors = IntStream.of(pages).filter(set -> set != 0).count();
    return visitors + " " + different + " " + LongStream.of(seconds).sum();
  }

  private static String pythonRdd(long count) {
    long[] seconds = new long[(int) Math.max(1, count / Visits.A_USER)];
    boolean[] seen = new boolean[seconds.length];
    LongStream.range(0, count)
        .forEach(
            row -> {
              seconds[(int) Visits.user(row, count)] += Visits.seconds(row);
              seen[(int) Visits.user(row, count)] = true;
            });
    long visitors = IntStream.range(0, seen.length).filter(user -> seen[user]).count();
    long most = LongStream.of(seconds).max().orElseThrow();
    return visitors + " " + LongStream.of(seconds).sum() + " " + most;
  }

  private static String smallFiles(int files) {
    long[] cents = new long[Sales.SHOPS];
    LongStream.range(0, (long) files * Sales.LINES)
        .forEach(row -> cents[(int) Sales.shop(row)] += Sales.cents(row));
    long checksum = 0;
    for (int shop = 0; shop < cents.length; shop++) {
      checksum += cents[shop] == 0 ? 0 : Numbers.crc32("shop-" + shop + " " + cents[shop]);
    }
    return (long) files * Sales.LINES + " " + LongStream.of(cents).sum() + " " + checksum;
  }

  private static String pythonUdf(long count) {
    long[] values = new long[97];
    LongStream.range(0, count)
        .forEach(
            row -> {
              String text = Numbers.text(row, 3);
              long digits = text.chars().mapToLong(c -> Character.digit(c, 16)).sum();
              values[(int) (digits % 97)] += Facts.value(row);
            });
    long weighted = 0;
    for (int bucket = 0; bucket < values.length; bucket++) {
      weighted += (bucket + 1) * values[bucket];
    }
    return count + " " + weighted;
  }
}
