/* SPDX-License-Identifier: Apache-2.0 */

import io.trino.tpch.Customer;
import io.trino.tpch.LineItem;
import io.trino.tpch.Nation;
import io.trino.tpch.Order;
import io.trino.tpch.Region;
import io.trino.tpch.Supplier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The answers to TPC-H's queries 3, 5 and 18, from the generators and without Spark.
 *
 * <p>Orders come with rising keys, and an order's line items in the same order.
 */
final class TpchAnswers {
  private static final long THIRD_QUERY_DAY = day("1995-03-15");
  private static final long FIFTH_QUERY_BEGIN = day("1994-01-01");
  private static final long FIFTH_QUERY_END = day("1995-01-01");

  private record Shipping(long order, BigDecimal revenue, int date) {}

  private record Large(long order, long customer, long cents, int date, long quantity) {}

  private final double scale;
  private final Map<Long, Customer> customers = new HashMap<>();
  private final Map<Long, Long> nationOfSupplier = new HashMap<>();
  private final Map<Long, String> nationsOfAsia = new HashMap<>();
  private final List<Shipping> shipping = new ArrayList<>();
  private final Map<String, Long> revenues = new HashMap<>();
  private final List<Large> large = new ArrayList<>();

  TpchAnswers(double scale) {
    this.scale = scale;
  }

  String compute() {
    readSmallTables();
    Iterator<LineItem> items = Tpch.lineItems(scale, 1, 1).iterator();
    LineItem item = items.next();
    for (Order order : Tpch.orders(scale, 1, 1)) {
      List<LineItem> ofOrder = new ArrayList<>();
      while (item != null && item.getOrderKey() == order.getOrderKey()) {
        ofOrder.add(item);
        item = items.hasNext() ? items.next() : null;
      }
      ship(order, ofOrder);
      supply(order, ofOrder);
      weigh(order, ofOrder);
    }
    if (item != null) {
      throw new IllegalStateException("line items without an order from " + item.getOrderKey());
    }
    return String.join(" | ", shippingAnswer(), suppliersAnswer(), largeAnswer());
  }

  private void readSmallTables() {
    Tpch.customers(scale, 1, 1).forEach(c -> customers.put(c.getCustomerKey(), c));
    Tpch.suppliers(scale, 1, 1)
        .forEach((Supplier s) -> nationOfSupplier.put(s.getSupplierKey(), s.getNationKey()));
    for (Region region : Tpch.regions()) {
      for (Nation nation : Tpch.nations()) {
        if (region.getName().equals("ASIA") && nation.getRegionKey() == region.getRegionKey()) {
          nationsOfAsia.put(nation.getNationKey(), nation.getName());
        }
      }
    }
  }

  private void ship(Order order, List<LineItem> items) {
    if (order.getOrderDate() >= THIRD_QUERY_DAY
        || !customers.get(order.getCustomerKey()).getMarketSegment().equals("BUILDING")) {
      return;
    }
    long revenue = 0;
    for (LineItem item : items) {
      revenue += item.getShipDate() > THIRD_QUERY_DAY ? discounted(item) : 0;
    }
    if (revenue > 0) {
      shipping.add(
          new Shipping(order.getOrderKey(), BigDecimal.valueOf(revenue, 4), order.getOrderDate()));
    }
  }

  private void supply(Order order, List<LineItem> items) {
    long nation = customers.get(order.getCustomerKey()).getNationKey();
    if (order.getOrderDate() < FIFTH_QUERY_BEGIN
        || order.getOrderDate() >= FIFTH_QUERY_END
        || !nationsOfAsia.containsKey(nation)) {
      return;
    }
    for (LineItem item : items) {
      if (nationOfSupplier.get(item.getSupplierKey()) == nation) {
        revenues.merge(nationsOfAsia.get(nation), discounted(item), Long::sum);
      }
    }
  }

  private void weigh(Order order, List<LineItem> items) {
    long quantity = items.stream().mapToLong(LineItem::getQuantity).sum();
    if (quantity > 300) {
      large.add(
          new Large(
              order.getOrderKey(),
              order.getCustomerKey(),
              order.getTotalPriceInCents(),
              order.getOrderDate(),
              quantity));
    }
  }

  private String shippingAnswer() {
    return shipping.stream()
        .sorted(
            Comparator.comparing(Shipping::revenue)
                .reversed()
                .thenComparing(Shipping::date)
                .thenComparing(Shipping::order))
        .limit(10)
        .map(order -> order.order() + " " + plain(order.revenue()))
        .collect(Collectors.joining("; "));
  }

  private String suppliersAnswer() {
    return revenues.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(nation -> nation.getKey() + " " + plain(BigDecimal.valueOf(nation.getValue(), 4)))
        .collect(Collectors.joining("; "));
  }

  private String largeAnswer() {
    return large.stream()
        .sorted(
            Comparator.comparing(Large::cents)
                .reversed()
                .thenComparing(Large::date)
                .thenComparing(Large::order))
        .limit(100)
        .map(order -> order.customer() + " " + order.order() + " " + order.quantity())
        .collect(Collectors.joining("; "));
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** In hundredths of a cent. */
  private static long discounted(LineItem item) {
    return item.getExtendedPriceInCents() * (100 - item.getDiscountPercent());
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}
