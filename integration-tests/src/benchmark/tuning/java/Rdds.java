/* SPDX-License-Identifier: Apache-2.0 */

import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Jobs on RDDs. */
final class Rdds {
  // For tuning.sh try; without it, as cache() does it.
  private static final String LEVEL = "spark.suite.storageLevel";

  private Rdds() {}

  /** Lloyd's algorithm on cached points. */
  static Workloads.Answer kmeans(SparkSession spark, String data, String output) {
    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
    JavaRDD<double[]> points =
        spark
            .read()
            .parquet(data + "/points")
            .javaRDD()
            .map(
                row -> {
                  List<Double> coordinates = row.getList(0);
                  return coordinates.stream().mapToDouble(Double::doubleValue).toArray();
                })
            .persist(StorageLevel.fromString(context.getConf().get(LEVEL, "MEMORY_ONLY")));
    double[][] centres = Points.firstCentres();
    for (int iteration = 0; iteration < Points.ITERATIONS; iteration++) {
      Broadcast<double[][]> current = context.broadcast(centres);
      double[][] sums =
          points
              .mapPartitions(
                  part -> {
                    double[][] sum = Points.noSums();
                    part.forEachRemaining(point -> Points.add(point, current.value(), sum));
                    return Collections.singleton(sum).iterator();
                  })
              .reduce(Points::sum);
      centres = Points.centres(sums, centres);
      current.destroy();
    }
    double[][] last = centres;
    return () -> Points.answer(last);
  }

  /** Visitors by name, each with the pages that were visited. */
  static Workloads.Answer aggregate(SparkSession spark, String data, String output) {
    long[] sums =
        spark
            .sparkContext()
            .textFile(data + "/visits", 2)
            .toJavaRDD()
            .mapToPair(
                line -> {
                  String[] fields = line.split(",", -1);
                  return new Tuple2<>(fields[0], fields);
                })
            .combineByKey(
                fields -> new Visitor().visit(fields[1], Long.parseLong(fields[2])),
                (visitor, fields) -> visitor.visit(fields[1], Long.parseLong(fields[2])),
                Visitor::and)
            .map(visitor -> new long[] {1, visitor._2().pages(), visitor._2().seconds()})
            .reduce((one, other) -> add(one, other));
    return () -> sums[0] + " " + sums[1] + " " + sums[2];
  }

  private static long[] add(long[] one, long[] other) {
    for (int i = 0; i < one.length; i++) {
      one[i] += other[i];
    }
    return one;
  }
}
