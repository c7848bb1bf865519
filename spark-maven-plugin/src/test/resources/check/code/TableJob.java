import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.upper;

import java.util.List;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

public class TableJob {
  private static final String PASSWORD = "hunter2";

  public static void main(String[] args) throws Exception {
    SparkSession spark = SparkSession.builder().master("local[*]").getOrCreate(); // BAD: hard-coded-master
    spark.conf().set("spark.sql.shuffle.partitions", 10);
    collects(spark, args[0]);
    chooses(spark);
    functions(spark);
    caches(spark, args[0]);
    reuses(spark, args[0]);
    crosses(spark, args[0]);
    writes(spark, args[0]);
    empties(spark.table("orders"), args);
    secrets(spark, args);
    streams(spark, args[0]);
    spark.stop();
  }

  static void collects(SparkSession spark, String in) {
    List<Row> rows = spark.read().parquet(in).collectAsList(); // BAD: collect-unbounded
    Dataset<Row> orders = spark.table("orders");
    Dataset<Row> narrow = orders.withColumn("name", upper(col("name"))).drop("comment");
    Object all = narrow.collect(); // BAD: collect-unbounded
    spark.sql("SELECT id, name FROM orders").collectAsList(); // BAD: collect-unbounded
    read(spark, in).javaRDD().map(Row::size).collect(); // BAD: collect-unbounded
    spark.sql("SELECT max(id) FROM orders").collectAsList();
    spark.sql("SHOW TABLES").collectAsList();
    orders.limit(10).collectAsList();
    orders.where("id = 7").collectAsList();
    orders.groupBy("name").count().collectAsList();
    orders.agg(max("id")).collectAsList();
    spark.read().format("jdbc").load().collectAsList();
    spark.range(10).collectAsList();
    System.out.println(rows.size() + all.toString());
  }

  static void chooses(SparkSession spark) {
    spark.table("orders").select(max("id"), sum("price")).collectAsList();
  }

  static Dataset<Row> read(SparkSession spark, String in) {
    return spark.read().option("header", true).csv(in);
  }

  static void functions(SparkSession spark) {
    udf((UDF1<String, String>) String::toUpperCase, DataTypes.StringType); // BAD: udf-for-built-in
    udf((UDF1<String, String>) text -> text == null ? null : text.trim(), DataTypes.StringType); // BAD: udf-for-built-in
    udf((UDF2<Integer, Integer, Integer>) (a, b) -> a + b, DataTypes.IntegerType); // BAD: udf-for-built-in
    udf((UDF2<String, String, String>) (a, b) -> a + b, DataTypes.StringType); // BAD: udf-for-built-in
    udf((UDF1<Double, Double>) Math::sqrt, DataTypes.DoubleType); // BAD: udf-for-built-in
    spark.udf().register("len", (UDF1<String, Integer>) String::length, DataTypes.IntegerType); // BAD: udf-for-built-in
    udf((UDF1<String, String>) text -> text.trim().toUpperCase() + "!", DataTypes.StringType);
    udf((UDF1<String, Boolean>) TableJob::isValid, DataTypes.BooleanType);
    udf((UDF1<Integer, Integer>) number -> number > 3 ? number : 0, DataTypes.IntegerType);
    spark
        .range(100)
        .groupByKey((MapFunction<Long, Long>) id -> id % 10, Encoders.LONG())
        .mapGroups( // BAD: group-by-key-aggregation
            (MapGroupsFunction<Long, Long, Long>)
                (key, values) -> {
                  long count = 0;
                  while (values.hasNext()) {
                    values.next();
                    count++;
                  }
                  return count;
                },
            Encoders.LONG())
        .show();
  }

  static boolean isValid(String text) {
    return text.matches("[a-z]+") && text.length() > 3;
  }

  static void caches(SparkSession spark, String in) {
    Dataset<Row> once = spark.read().parquet(in).where("id > 3");
    once.cache(); // BAD: cache-without-reuse
    once.write().parquet(in + ".copy");
    Dataset<Row> grouped = spark.read().parquet(in).groupBy("id").count().persist(); // BAD: cache-without-reuse
    grouped.show();
    spark.table("orders").cache().count();
    Dataset<Row> view = spark.read().parquet(in).where("id > 3").cache();
    view.createOrReplaceTempView("few");
    Dataset<Row> twice = spark.read().parquet(in).where("id > 4").cache();
    twice.write().parquet(in + ".copy");
    System.out.println(twice.count());
    Dataset<Row> self = spark.read().parquet(in).where("id > 5").cache();
    self.union(self.where("id > 6")).write().parquet(in + ".self");
    // Who asks the Dataset for its RDD once more gets the same.
    self.javaRDD().cache();
    Dataset<Row> lake = spark.read().parquet(in).where("id > 7").cache();
    lake.write().format("delta").mode("overwrite").save(in + ".delta");
  }

  static Dataset<Row> keeps(SparkSession spark, String in) {
    Dataset<Row> kept = spark.read().parquet(in).where("id > 3").cache();
    System.out.println(kept.count());
    return kept;
  }

  static void reuses(SparkSession spark, String in) {
    Dataset<Row> joined = spark.read().parquet(in).join(spark.table("names"), "id");
    System.out.println(joined.count());
    joined.write().parquet(in + ".joined"); // BAD: reuse-without-cache
    Dataset<Row> sums = spark.read().parquet(in).groupBy("id").agg(sum("price"));
    sums.write().parquet(in + ".sums");
    sums.where("id > 3").write().json(in + ".more"); // BAD: reuse-without-cache
    Dataset<Row> kept = spark.read().parquet(in).join(spark.table("names"), "id").cache();
    System.out.println(kept.count());
    kept.write().parquet(in + ".kept");
    Dataset<Row> cheap = spark.read().parquet(in).where("id > 3");
    System.out.println(cheap.count());
    cheap.write().parquet(in + ".cheap");
    Dataset<Row> small = spark.range(10).toDF().groupBy("id").count();
    System.out.println(small.count());
    small.write().parquet(in + ".small");
    Dataset<Row> either = spark.read().parquet(in).distinct();
    if (in.isEmpty()) {
      System.out.println(either.count());
    } else {
      either.write().parquet(in + ".either");
    }
  }

  static void crosses(SparkSession spark, String in) {
    Dataset<Row> left = spark.read().parquet(in);
    left.crossJoin(spark.table("names")).write().parquet(in + ".all"); // BAD: cross-join
    left.join(spark.table("names")).write().parquet(in + ".joined"); // BAD: cross-join
    left.join(spark.table("names")).where(left.col("id").equalTo(col("name"))).show();
    left.crossJoin(left.agg(max("id"))).write().parquet(in + ".one");
    left.crossJoin(broadcast(spark.table("names"))).write().parquet(in + ".broadcast");
    left.crossJoin(spark.table("names").limit(1)).write().parquet(in + ".limit");
    left.join(spark.table("names"), "id").write().parquet(in + ".key");
  }

  static void writes(SparkSession spark, String in) {
    spark.read().parquet(in).where("id > 3").coalesce(1).write().csv(in + ".csv"); // BAD: coalesce-one-write
    Dataset<Row> sums = spark.read().parquet(in).groupBy("id").count().coalesce(1); // BAD: coalesce-one-write
    sums.write().mode("overwrite").csv(in + ".sums");
    spark.read().parquet(in).repartition(1).write().csv(in + ".one");
    spark.read().parquet(in).limit(100).coalesce(1).write().csv(in + ".limit");
    spark.read().parquet(in).agg(max("id")).coalesce(1).write().csv(in + ".max");
    spark.range(10).coalesce(1).write().csv(in + ".small");
    System.out.println(spark.read().parquet(in).coalesce(1).count());
  }

  static void empties(Dataset<Row> rows, String[] args) {
    if (rows.filter("id > 3").count() > 0) { // BAD: count-for-emptiness
      System.out.println("some");
    }
    boolean none = rows.count() < 1; // BAD: count-for-emptiness
    boolean some = rows.count() != 0; // BAD: count-for-emptiness
    long expected = rows.count();
    if (expected == 0 || expected != Long.parseLong(args[1])) {
      System.out.println("other");
    }
    if (rows.limit(1).count() == 0 || rows.isEmpty() || none || some) {
      System.out.println("none");
    }
    if (rows.count() > 1) {
      System.out.println("several");
    }
  }

  static void secrets(SparkSession spark, String[] args) {
    spark.read().format("jdbc").option("user", "etl").option("password", PASSWORD).load(); // BAD: hard-coded-secret
    new SparkConf().set("spark.hadoop.fs.s3a.secret.key", "wJalrXUtnFEMI/K7MDENG/bPx"); // BAD: hard-coded-secret
    Properties properties = new Properties();
    properties.put("password", "s3cr3t!"); // BAD: hard-coded-secret
    spark.read().jdbc("jdbc:postgresql://db/orders", "orders", properties);
    spark.read().jdbc("jdbc:postgresql://db/orders?user=etl&password=s3cr3t", "orders", new Properties()); // BAD: hard-coded-secret
    spark.conf().set("spark.hadoop.fs.azure.account.key.lake.dfs.core.windows.net", "Zm9vYmFyYmF6"); // BAD: hard-coded-secret
    spark.read().format("jdbc").option("password", args[1]).option("password", "").load();
    spark.read().format("jdbc").option("password", System.getenv("PASSWORD")).load();
    spark.read().format("jdbc").option("password", "${db.password}").load();
    spark.read().format("jdbc").option("password", "<password>").load();
    spark.conf().set("spark.ssl.keyStorePasswordFile", "/etc/secret");
    spark.conf().set("spark.hadoop.hadoop.security.credential.provider.path", "jceks://file/a");
  }

  static void streams(SparkSession spark, String in) throws Exception {
    Dataset<Row> stream = spark.readStream().text(in);
    stream.writeStream().format("parquet").start(in + ".out"); // BAD: missing-checkpoint-location
    stream.writeStream().option("path", in + ".out").start(); // BAD: missing-checkpoint-location
    stream.writeStream().toTable("sink"); // BAD: missing-checkpoint-location
    stream.writeStream().format("console").start();
    stream.writeStream().format("parquet").option("checkpointLocation", in + ".c").start(in);
    stream.writeStream().foreachBatch(
        (VoidFunction2<Dataset<Row>, Long>) (rows, id) -> rows.write().parquet(in)).start();
    stream.writeStream().format(in).start().awaitTermination();
  }
}
