import org.apache.spark.rdd.RDD
import org.apache.spark.sql.{DataFrame, SparkSession}
import org.apache.spark.sql.functions._
import scala.collection.mutable

case class Order(id: Long, name: String, price: Double)

object ScalaJob {
  def main(args: Array[String]): Unit = {
    val spark = SparkSession.builder
      .appName("scala")
      .master("local[2]") // BAD: hard-coded-master
      .getOrCreate()
    groups(spark, args(0))
    collects(spark, args(0))
    chooses(spark)
    trees(spark.sparkContext.textFile(args(0)))
    functions(spark)
    caches(spark, args(0))
    reuses(spark, args(0))
    crosses(spark, args(0))
    empties(spark.table("orders"))
    streams(spark, args(0))
    spark.stop()
  }

  def groups(spark: SparkSession, in: String): Unit = {
    val pairs = spark.sparkContext.textFile(in).map(line => (line, line.length))
    pairs.groupByKey().mapValues(_.sum).saveAsTextFile(in) // BAD: group-by-key-aggregation
    pairs.groupByKey().map { case (key, values) => (key, values.size) }.saveAsTextFile(in) // BAD: group-by-key-aggregation
    pairs.groupByKey().mapValues(values => values.map(_ * 2).max).saveAsTextFile(in) // BAD: group-by-key-aggregation
    pairs.groupByKey().mapValues(_.toSet.size).saveAsTextFile(in)
    pairs.groupByKey().mapValues(_.toList.sorted).saveAsTextFile(in)
    pairs.groupByKey().mapValues { values => val sorted = values.toSeq.sorted; sorted(sorted.size / 2) }.saveAsTextFile(in)
    pairs.reduceByKey(_ + _).saveAsTextFile(in)
    import spark.implicits._
    val orders = spark.read.parquet(in).as[Order]
    orders.groupByKey(_.name).mapGroups((name, rows) => (name, rows.size)).write.parquet(in) // BAD: group-by-key-aggregation
    orders.groupByKey(_.name).mapGroups((name, rows) => rows.maxBy(_.price)).write.parquet(in)
    orders.groupByKey(_.name).count().write.parquet(in)
  }

  def collects(spark: SparkSession, in: String): Unit = {
    import spark.implicits._
    spark.read.parquet(in).as[Order].map(_.name).collect().foreach(println) // BAD: collect-unbounded
    spark.sparkContext.textFile(in).map(line => (line, 1)).collectAsMap() // BAD: collect-unbounded
    val orders = spark.table("orders").select($"id", $"name".as("who")).collect() // BAD: collect-unbounded
    spark.table("orders").filter($"id" > 3).collect()
    spark.sparkContext.parallelize(1 to 10).collect()
    println(orders.length)
  }

  def chooses(spark: SparkSession): Unit =
    println(spark.table("orders").select(max("id")).collect().head)

  def trees(lines: RDD[String]): Unit = {
    lines.map(_.toSet).reduce(_ ++ _) // BAD: tree-variant
    lines.aggregate(mutable.Map.empty[String, Int])((counts, line) => { counts(line) = 1; counts }, (left, right) => left ++= right) // BAD: tree-variant
    lines.map(_.length).reduce(_ + _)
    lines.map(_.toSet).treeReduce(_ ++ _)
  }

  def functions(spark: SparkSession): Unit = {
    val shout = udf((text: String) => text.toUpperCase) // BAD: udf-for-built-in
    val product = udf((a: Double, b: Double) => a * b) // BAD: udf-for-built-in
    spark.udf.register("root", (x: Double) => math.sqrt(x)) // BAD: udf-for-built-in
    val initials = udf((text: String) => text.split(" ").map(_.head).mkString)
    println(Seq(shout, product, initials))
  }

  def caches(spark: SparkSession, in: String): Unit = {
    val once = spark.read.parquet(in).filter(col("id") > 3).cache() // BAD: cache-without-reuse
    println(once.count())
    val words = spark.sparkContext.textFile(in).flatMap(_.split(" ")).map((_, 1)).cache() // BAD: cache-without-reuse
    words.reduceByKey(_ + _).saveAsTextFile(in)
    val captured = spark.read.parquet(in).filter(col("id") > 4).cache()
    (1 to 3).foreach(i => println(captured.filter(col("id") === i).count()))
    val pairs = spark.sparkContext.textFile(in).map((_, 1)).cache()
    pairs.reduceByKey(_ + _).saveAsTextFile(in)
    pairs.countByKey()
  }

  def reuses(spark: SparkSession, in: String): Unit = {
    val joined = spark.read.parquet(in).join(spark.table("names"), Seq("id"))
    println(joined.count())
    joined.write.parquet(in) // BAD: reuse-without-cache
    // The shuffle's files serve both.
    val counts = spark.sparkContext.textFile(in).map((_, 1)).reduceByKey(_ + _)
    println(counts.count())
    counts.saveAsTextFile(in)
  }

  def crosses(spark: SparkSession, in: String): Unit = {
    val lines = spark.sparkContext.textFile(in)
    lines.cartesian(spark.sparkContext.textFile(in + "2")).saveAsTextFile(in) // BAD: cross-join
    spark.table("a").crossJoin(spark.table("b")).write.parquet(in) // BAD: cross-join
    spark.read.parquet(in).coalesce(1).write.parquet(in) // BAD: coalesce-one-write
    lines.coalesce(1).saveAsTextFile(in) // BAD: coalesce-one-write
    lines.coalesce(1, shuffle = true).saveAsTextFile(in)
    spark.table("a").orderBy("id").coalesce(1).write.csv(in)
    spark.table("a").join(spark.table("b")).where(col("x") === col("y")).write.parquet(in)
  }

  def empties(rows: DataFrame): Unit = {
    if (rows.count() == 0) println("none") // BAD: count-for-emptiness
    require(rows.rdd.count > 0) // BAD: count-for-emptiness
    val number = rows.count()
    if (number > 0) println(s"$number rows")
    if (rows.isEmpty) println("none")
    rows.persist()
    if (rows.count() > 0) println("some")
  }

  def streams(spark: SparkSession, in: String): Unit = {
    val stream = spark.readStream.text(in)
    stream.writeStream.format("delta").start(in) // BAD: missing-checkpoint-location
    val writer = stream.writeStream.format("parquet")
    writer.option("checkpointLocation", in)
    writer.start(in)
    spark.read.format("jdbc").option("password", "tr0ub4dor&3").load().show() // BAD: hard-coded-secret
    spark.read.format("jdbc").option("password", sys.env("PASSWORD")).load().show()
  }
}
