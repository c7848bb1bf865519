/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Marks a class whose tests use Spark: {@link SparkExtension} with the lock that it needs where
 * JUnit runs classes in parallel.
 *
 * <pre>{@code
 * @SparkTest
 * class ClusteringTest {
 *   @Test
 *   void findsTwoClusters(SparkSession spark, TestData data) { ... }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SparkExtension.class)
@ResourceLock(SparkExtension.LOCK)
public @interface SparkTest {}
