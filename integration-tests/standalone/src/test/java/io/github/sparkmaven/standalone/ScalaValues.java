/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import scala.Function1;
import scala.Option;
import scala.collection.Iterator;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Nil$;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * The few values of Scala's library that Spark's messages are made of; the same in 2.12 and 2.13.
 */
final class ScalaValues {
  private ScalaValues() {}

  @SuppressWarnings("unchecked") // An empty list holds no element of a wrong type.
  static <T> scala.collection.immutable.List<T> noElements() {
    return (scala.collection.immutable.List<T>) (scala.collection.immutable.List<?>) Nil$.MODULE$;
  }

  static <K, V> Map<K, V> noEntries() {
    return Map$.MODULE$.<K, V>empty();
  }

  static <T> Option<T> none() {
    return Option.empty();
  }

  static <T> List<T> copy(scala.collection.Iterable<T> values) {
    List<T> copy = new ArrayList<>();
    for (Iterator<T> each = values.iterator(); each.hasNext(); ) {
      copy.add(each.next());
    }
    return copy;
  }

  /** A handler of messages, which says whether a message is one of its own. */
  static AbstractPartialFunction<Object, BoxedUnit> handler(Predicate<Object> handled) {
    return new AbstractPartialFunction<>() {
      @Override
      public boolean isDefinedAt(Object message) {
        return true;
      }

      @Override
      @SuppressWarnings(
          "unchecked") // B1 is a supertype of BoxedUnit by PartialFunction's contract.
      public <A1, B1> B1 applyOrElse(A1 message, Function1<A1, B1> otherwise) {
        return handled.test(message) ? (B1) BoxedUnit.UNIT : otherwise.apply(message);
      }
    };
  }
}
