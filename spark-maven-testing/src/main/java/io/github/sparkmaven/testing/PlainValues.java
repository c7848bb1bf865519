/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;

/**
 * Values as Java has them: lists and maps, whether they come from Java, from Scala 2.12 or from
 * 2.13; only what both Scalas have in common is called.
 */
final class PlainValues {
  private PlainValues() {}

  /**
   * The value with its collection, if it is one, as a {@link List} or {@link Map}; elements stay as
   * they are. A {@code byte[]} stays, as the value of a binary column.
   */
  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof Option) {
      Option<?> option = (Option<?>) value;
      return option.isEmpty() ? null : of(option.get());
    }
    if (value instanceof scala.math.BigDecimal) {
      return ((scala.math.BigDecimal) value).bigDecimal();
    }
    if (value instanceof scala.math.BigInt) {
      return ((scala.math.BigInt) value).bigInteger();
    }
    if (value instanceof scala.collection.Map) {
      return map((scala.collection.Map<?, ?>) value);
    }
    if (value instanceof scala.collection.Iterable) {
      return list(((scala.collection.Iterable<?>) value).iterator());
    }
    return value != null && isArray(value) ? array(value) : value;
  }

  /** The elements of a value that is a list, an array or a Scala sequence. */
  static List<?> list(Object value) {
    Object plain = of(value);
    if (!(plain instanceof List)) {
      throw new IllegalArgumentException("no sequence: " + value);
    }
    return (List<?>) plain;
  }

  private static boolean isArray(Object value) {
    return value.getClass().isArray() && !(value instanceof byte[]);
  }

  private static List<@Nullable Object> array(Object array) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      list.add(Array.get(array, i));
    }
    return list;
  }

  private static List<Object> list(Iterator<?> elements) {
    List<Object> list = new ArrayList<>();
    while (elements.hasNext()) {
      list.add(elements.next());
    }
    return list;
  }

  private static Map<Object, Object> map(scala.collection.Map<?, ?> map) {
    Map<Object, Object> plain = new LinkedHashMap<>();
    Iterator<? extends Tuple2<?, ?>> entries = map.iterator();
    while (entries.hasNext()) {
      Tuple2<?, ?> entry = entries.next();
      plain.put(entry._1(), entry._2());
    }
    return plain;
  }
}
