import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

public class RddJob {
  public static void main(String[] args) {
    SparkConf conf = new SparkConf();
    conf.setMaster("yarn"); // BAD: hard-coded-master
    JavaSparkContext context = new JavaSparkContext(conf);
    JavaRDD<String> lines = context.textFile(args[0]);
    groups(lines.mapToPair(line -> new Tuple2<>(line, line.length())), args[1]);
    collects(context, args[0]);
    trees(lines);
    caches(context, args[0]);
    crosses(context, args[0]);
    writes(context, args[0]);
    empties(lines);
    context.stop();
  }

  static void groups(JavaPairRDD<String, Integer> pairs, String out) {
    pairs
        .groupByKey()
        .mapValues( // BAD: group-by-key-aggregation
            values -> {
              int sum = 0;
              for (int value : values) {
                sum += value;
              }
              return sum;
            })
        .saveAsTextFile(out);
    JavaPairRDD<String, Iterable<Integer>> grouped = pairs.groupByKey(10);
    grouped
        .mapToPair( // BAD: group-by-key-aggregation
            pair -> {
              long count = 0;
              for (Iterator<Integer> each = pair._2().iterator(); each.hasNext(); each.next()) {
                count++;
              }
              return new Tuple2<>(pair._1(), count);
            })
        .saveAsTextFile(out);
    pairs.reduceByKey(Integer::sum).saveAsTextFile(out);
    // A list of all values is what groupByKey is for.
    pairs
        .groupByKey()
        .mapValues(
            values -> {
              List<Integer> all = new ArrayList<>();
              values.forEach(all::add);
              return all;
            })
        .saveAsTextFile(out);
    // The groups themselves are written, too.
    JavaPairRDD<String, Iterable<Integer>> both = pairs.groupByKey();
    both.saveAsTextFile(out);
    both.mapValues(
            values -> {
              int most = 0;
              for (int value : values) {
                most = Math.max(most, value);
              }
              return most;
            })
        .saveAsTextFile(out);
  }

  static void collects(JavaSparkContext context, String in) {
    context.textFile(in).collect(); // BAD: collect-unbounded
    JavaRDD<String> upper = context.textFile(in).map(String::trim).repartition(8);
    System.out.println(upper.collect().size()); // BAD: collect-unbounded
    context.textFile(in).filter(line -> line.startsWith("#")).collect();
    context.textFile(in).distinct().collect();
    context.textFile("src/main/resources/names.txt").collect();
    context.textFile(in).take(10);
    context.parallelize(Arrays.asList(1, 2)).collect();
  }

  static void trees(JavaRDD<String> lines) {
    double[] sums =
        lines
            .map(line -> new double[line.length()])
            .reduce( // BAD: tree-variant
                (left, right) -> {
                  for (int i = 0; i < left.length; i++) {
                    left[i] += right[i];
                  }
                  return left;
                });
    List<String> all =
        lines.aggregate( // BAD: tree-variant
            (List<String>) new ArrayList<String>(),
            (List<String> list, String line) -> {
              list.add(line);
              return list;
            },
            (List<String> left, List<String> right) -> {
              left.addAll(right);
              return left;
            });
    int total = lines.map(String::length).reduce(Integer::sum);
    double[] pair =
        lines
            .map(line -> new double[] {line.length(), 1})
            .reduce((left, right) -> new double[] {left[0] + right[0], left[1] + right[1]});
    System.out.println(sums.length + all.size() + total + pair[0]);
  }

  static void caches(JavaSparkContext context, String in) {
    JavaRDD<String> once = context.textFile(in).filter(line -> !line.isEmpty()).cache(); // BAD: cache-without-reuse
    System.out.println(once.count());
    JavaRDD<Integer> lengths = context.textFile(in).map(String::length);
    lengths.persist(StorageLevel.MEMORY_AND_DISK()); // BAD: cache-without-reuse
    lengths.map(length -> length + 1).saveAsTextFile(in + ".lengths");
    lengths.unpersist();

    JavaRDD<String> twice = context.textFile(in).filter(line -> !line.isEmpty()).cache();
    System.out.println(twice.count() + twice.first());
    JavaRDD<Integer> inLoop = context.textFile(in).map(String::length).cache();
    for (int i = 0; i < 10; i++) {
      int least = i;
      System.out.println(inLoop.filter(length -> length > least).count());
    }
    JavaRDD<String> handedOn = context.textFile(in).map(String::trim).cache();
    trees(handedOn);
    // Sorting goes through the data twice.
    JavaRDD<String> sorted = context.textFile(in).map(String::trim).cache();
    sorted.sortBy(line -> line, true, 8).saveAsTextFile(in + ".sorted");
    JavaRDD<String> derived = context.textFile(in).map(String::trim).cache();
    JavaRDD<Integer> numbers = derived.map(String::length);
    System.out.println(numbers.count() + numbers.first());
  }

  static void crosses(JavaSparkContext context, String in) {
    JavaRDD<String> left = context.textFile(in);
    JavaRDD<String> right = context.textFile(in + ".right");
    left.cartesian(right).saveAsTextFile(in + ".pairs"); // BAD: cross-join
    left.cartesian(context.parallelize(Arrays.asList("a", "b"))).saveAsTextFile(in + ".few");
  }

  static void writes(JavaSparkContext context, String in) {
    context.textFile(in).map(String::trim).coalesce(1).saveAsTextFile(in + ".one"); // BAD: coalesce-one-write
    context.textFile(in).map(String::trim).coalesce(1, true).saveAsTextFile(in + ".shuffled");
    context.textFile(in).map(String::trim).coalesce(10).saveAsTextFile(in + ".ten");
    context.textFile(in).map(String::trim).repartition(1).saveAsTextFile(in + ".good");
    context.parallelize(Arrays.asList("a")).coalesce(1).saveAsTextFile(in + ".small");
  }

  static boolean empties(JavaRDD<String> lines) {
    if (lines.count() == 0) { // BAD: count-for-emptiness
      return true;
    }
    long rows = lines.count();
    if (rows == 0) {
      return true;
    }
    System.out.println(rows);
    return lines.count() > 1000 || lines.isEmpty();
  }
}
