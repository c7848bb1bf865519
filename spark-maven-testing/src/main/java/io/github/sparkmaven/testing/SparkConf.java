/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Spark setting for the tests of a class, or for one test; may be repeated.
 *
 * <pre>{@code
 * @SparkTest
 * @SparkConf(key = "spark.sql.session.timeZone", value = "UTC")
 * class ReportTest {
 *   @Test
 *   @SparkConf(key = "spark.sql.ansi.enabled", value = "true")
 *   void refusesOverflow(SparkSession spark) { ... }
 * }
 * }</pre>
 *
 * <p>A method's setting wins over its class's, a nested class's over the outer one's, a class's
 * over that of its superclass. What the session had before is back afterwards.
 *
 * <p>A setting that Spark reads only when a context starts ({@code spark.master}, {@code
 * spark.serializer}, {@code spark.sql.extensions}; here also {@code spark.sql.catalog.*} and {@code
 * spark.hadoop.*}) is for a top-level class: the class gets a context of its own, which also serves
 * the classes after it as long as they want the same. On a method or a nested class it is an error,
 * and so it is where the running session was started by other code, which this library never stops.
 * All errors are an {@link IllegalArgumentException} that names the class or method, the key and
 * the value.
 *
 * <p>Annotations of this kind may be put on an annotation of your own.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(SparkConf.All.class)
public @interface SparkConf {
  /** The setting's name in full, as in {@code spark.sql.shuffle.partitions}. */
  String key();

  /** The value as Spark takes it, as in {@code 4}, {@code 64m} or {@code true}. */
  String value();

  /** Holds repeated annotations; the compiler writes it. */
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @Inherited
  @Documented
  @interface All {
    /** The settings in the order in which they stand. */
    SparkConf[] value();
  }
}
