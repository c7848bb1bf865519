import org.apache.spark.{SparkConf, SparkContext}

object AppJob extends App {
  val conf = new SparkConf().setMaster("local[*]") // BAD: hard-coded-master
  val context = new SparkContext(conf) // BAD: context-not-stopped
  val lines = context.textFile(args(0))
  println(lines.collect().length) // BAD: collect-unbounded
  if (lines.count() == 0) println("none") // BAD: count-for-emptiness
}
