import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

public class ClosedJob {
  public static void main(String[] args) {
    SparkConf conf = new SparkConf();
    if (!conf.contains("spark.master")) {
      conf.setMaster("local[*]");
    }
    conf.set("spark.sql.streaming.checkpointLocation", args[0]);
    try (SparkSession spark = SparkSession.builder().config(conf).getOrCreate()) {
      spark.range(10).write().parquet(args[0]);
      spark.readStream().text(args[0]).writeStream().format("parquet").start(args[1]);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
