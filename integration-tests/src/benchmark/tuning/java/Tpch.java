/* SPDX-License-Identifier: Apache-2.0 */

import io.trino.tpch.Customer;
import io.trino.tpch.CustomerGenerator;
import io.trino.tpch.LineItem;
import io.trino.tpch.LineItemGenerator;
import io.trino.tpch.Nation;
import io.trino.tpch.NationGenerator;
import io.trino.tpch.Order;
import io.trino.tpch.OrderGenerator;
import io.trino.tpch.Region;
import io.trino.tpch.RegionGenerator;
import io.trino.tpch.Supplier;
import io.trino.tpch.SupplierGenerator;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** TPC-H's tables but part and partsupp, with the columns that the queries and a reader need. */
final class Tpch {
  static final String LINE_ITEM =
      "l_orderkey bigint, l_partkey bigint, l_suppkey bigint, l_linenumber int,"
          + " l_quantity decimal(12,2), l_extendedprice decimal(12,2), l_discount decimal(12,2),"
          + " l_tax decimal(12,2), l_returnflag string, l_linestatus string, l_shipdate date,"
          + " l_commitdate date, l_receiptdate date, l_shipinstruct string, l_shipmode string,"
          + " l_comment string";
  static final String ORDERS =
      "o_orderkey bigint, o_custkey bigint, o_orderstatus string, o_totalprice decimal(12,2),"
          + " o_orderdate date, o_orderpriority string, o_clerk string, o_shippriority int,"
          + " o_comment string";
  static final String CUSTOMER =
      "c_custkey bigint, c_name string, c_address string, c_nationkey bigint, c_phone string,"
          + " c_acctbal decimal(12,2), c_mktsegment string, c_comment string";
  static final String SUPPLIER =
      "s_suppkey bigint, s_name string, s_nationkey bigint, s_comment string";
  static final String NATION = "n_nationkey bigint, n_name string, n_regionkey bigint";
  static final String REGION = "r_regionkey bigint, r_name string";

  private Tpch() {}

  static Iterable<LineItem> lineItems(double scale, int part, int parts) {
    return new LineItemGenerator(scale, part, parts);
  }

  static Iterable<Order> orders(double scale, int part, int parts) {
    return new OrderGenerator(scale, part, parts);
  }

  static Iterable<Customer> customers(double scale, int part, int parts) {
    return new CustomerGenerator(scale, part, parts);
  }

  static Iterable<Supplier> suppliers(double scale, int part, int parts) {
    return new SupplierGenerator(scale, part, parts);
  }

  static Iterable<Nation> nations() {
    return new NationGenerator();
  }

  static Iterable<Region> regions() {
    return new RegionGenerator();
  }

  static Row row(LineItem item) {
    return RowFactory.create(
        item.getOrderKey(),
        item.getPartKey(),
        item.getSupplierKey(),
        item.getLineNumber(),
        BigDecimal.valueOf(item.getQuantity()),
        hundredths(item.getExtendedPriceInCents()),
        hundredths(item.getDiscountPercent()),
        hundredths(item.getTaxPercent()),
        item.getReturnFlag(),
        item.getStatus(),
        date(item.getShipDate()),
        date(item.getCommitDate()),
        date(item.getReceiptDate()),
        item.getShipInstructions(),
        item.getShipMode(),
        item.getComment());
  }

  static Row row(Order order) {
    return RowFactory.create(
        order.getOrderKey(),
        order.getCustomerKey(),
        String.valueOf(order.getOrderStatus()),
        hundredths(order.getTotalPriceInCents()),
        date(order.getOrderDate()),
        order.getOrderPriority(),
        order.getClerk(),
        order.getShipPriority(),
        order.getComment());
  }

  static Row row(Customer customer) {
    return RowFactory.create(
        customer.getCustomerKey(),
        customer.getName(),
        customer.getAddress(),
        customer.getNationKey(),
        customer.getPhone(),
        hundredths(customer.getAccountBalanceInCents()),
        customer.getMarketSegment(),
        customer.getComment());
  }

  static Row row(Supplier supplier) {
    return RowFactory.create(
        supplier.getSupplierKey(),
        supplier.getName(),
        supplier.getNationKey(),
        supplier.getComment());
  }

  static Row row(Nation nation) {
    return RowFactory.create(nation.getNationKey(), nation.getName(), nation.getRegionKey());
  }

  static Row row(Region region) {
    return RowFactory.create(region.getRegionKey(), region.getName());
  }

  private static BigDecimal hundredths(long number) {
    return BigDecimal.valueOf(number, 2);
  }

  private static Date date(int epochDay) {
    return Date.valueOf(LocalDate.ofEpochDay(epochDay));
  }
}
