import org.apache.spark.sql.SparkSession;

public class LeftOpenJob {
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().appName("left open").getOrCreate(); // BAD: context-not-stopped
    spark.range(10).write().parquet(args[0]);
  }
}
