/* SPDX-License-Identifier: Apache-2.0 */

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** TPC-H's queries 3, 5 and 18, with the orders' keys to break ties, and two with a table above 10 MiB. */
final class Queries {
  private static final List<String> TABLES =
      List.of("customer", "orders", "lineitem", "supplier", "nation", "region");
  private static final String REVENUE = "sum(l_extendedprice * (1 - l_discount))";

  private static final String SHIPPING =
      "select l_orderkey, "
          + REVENUE
          + " as revenue, o_orderdate, o_shippriority from customer"
          + " join orders on c_custkey = o_custkey"
          + " join lineitem on l_orderkey = o_orderkey"
          + " where c_mktsegment = 'BUILDING' and o_orderdate < date '1995-03-15'"
          + " and l_shipdate > date '1995-03-15'"
          + " group by l_orderkey, o_orderdate, o_shippriority"
          + " order by revenue desc, o_orderdate, l_orderkey limit 10";

  private static final String SUPPLIERS =
      "select n_name, "
          + REVENUE
          + " as revenue from customer join orders on c_custkey = o_custkey"
          + " join lineitem on l_orderkey = o_orderkey"
          + " join supplier on l_suppkey = s_suppkey and c_nationkey = s_nationkey"
          + " join nation on s_nationkey = n_nationkey"
          + " join region on n_regionkey = r_regionkey"
          + " where r_name = 'ASIA' and o_orderdate >= date '1994-01-01'"
          + " and o_orderdate < date '1995-01-01'"
          + " group by n_name order by revenue desc";

  private static final String LARGE_ORDERS =
      "select c_custkey, o_orderkey, sum(l_quantity), c_name, o_orderdate, o_totalprice"
          + " from customer join orders on c_custkey = o_custkey"
          + " join lineitem on o_orderkey = l_orderkey where o_orderkey in"
          + " (select l_orderkey from lineitem group by l_orderkey"
          + " having sum(l_quantity) > 300)"
          + " group by c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice"
          + " order by o_totalprice desc, o_orderdate, o_orderkey limit 100";

  /** TPC-H's query 10 without the telephone: of customers as wide as these, 16.5 MiB are joined. */
  private static final String RETURNED_ITEMS =
      "select c_custkey, c_name, "
          + REVENUE
          + " as revenue, c_acctbal, n_name, c_address, c_comment from customer"
          + " join orders on c_custkey = o_custkey"
          + " join lineitem on l_orderkey = o_orderkey"
          + " join nation on c_nationkey = n_nationkey"
          + " where o_orderdate >= date '1993-10-01' and o_orderdate < date '1994-01-01'"
          + " and l_returnflag = 'R'"
          + " group by c_custkey, c_name, c_acctbal, n_name, c_address, c_comment"
          + " order by revenue desc, c_custkey limit 20";

  /** All orders with their customers, of whom 13.6 MiB are joined. */
  private static final String BEST_CUSTOMERS =
      "select c_custkey, c_name, c_address, c_comment, count(*), sum(o_totalprice) as total,"
          + " max(o_clerk), max(o_comment)"
          + " from orders join customer on o_custkey = c_custkey"
          + " group by c_custkey, c_name, c_address, c_comment"
          + " order by total desc, c_custkey limit 20";

  private Queries() {}

  /** Makes the tables known to the session. */
  static void open(SparkSession spark, String data) {
    for (String table : TABLES) {
      spark.read().parquet(data + "/" + table).createOrReplaceTempView(table);
    }
  }

  /** Plans the query with the most joins, and does not run it. */
  static void plan(SparkSession spark) {
    spark.sql(SUPPLIERS).queryExecution().executedPlan();
  }

  /** The three one after the other, as reports are made. */
  static Workloads.Answer run(SparkSession spark, String data, String output) {
    open(spark, data);
    List<Row> shipping = spark.sql(SHIPPING).collectAsList();
    List<Row> suppliers = spark.sql(SUPPLIERS).collectAsList();
    List<Row> largeOrders = spark.sql(LARGE_ORDERS).collectAsList();
    return () ->
        String.join(" | ", text(shipping, 2), text(suppliers, 2), text(largeOrders, 3));
  }

  /** A table between 10 and 20 MiB beside one that is filtered to a quarter of a year. */
  static Workloads.Answer returnedItems(SparkSession spark, String data, String output) {
    open(spark, data);
    List<Row> customers = spark.sql(RETURNED_ITEMS).collectAsList();
    return () -> text(customers, 2);
  }

  /** A table between 10 and 20 MiB beside one that is read whole. */
  static Workloads.Answer bestCustomers(SparkSession spark, String data, String output) {
    open(spark, data);
    List<Row> customers = spark.sql(BEST_CUSTOMERS).collectAsList();
    return () -> text(customers, 2);
  }

  private static String text(List<Row> rows, int columns) {
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(row::get)
                    .map(Queries::text)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
