/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Injects one {@link SparkSession} in local mode, shared by all test classes of the JVM.
 *
 * <pre>{@code
 * @ExtendWith(SparkExtension.class)
 * class ClusteringJobCase {
 *   @Test
 *   void findsTwoClusters(SparkSession spark) { ... }
 * }
 * }</pre>
 *
 * <p>A session costs seconds to start and a JVM holds only one Spark context, so the session starts
 * with the first test that asks for it and stops once, after the last test of the run. Tests should
 * therefore leave behind no temporary views and no changed settings.
 *
 * <p>The session starts with these settings, each of which gives way to a system property of the
 * same name ({@code -Dspark.master=local[4]}):
 *
 * <ul>
 *   <li>{@code spark.master=local[2]}: two task threads, enough to show code that works only when
 *       all rows are in one partition.
 *   <li>{@code spark.app.name=spark-tests}.
 *   <li>{@code spark.ui.enabled=false}: no web server that nobody looks at.
 *   <li>{@code spark.driver.bindAddress=127.0.0.1} and {@code spark.driver.host=127.0.0.1}: works
 *       without network, behind a VPN and where the machine cannot resolve its own name.
 *   <li>{@code spark.sql.shuffle.partitions=2}: the default of 200 starts 200 tasks for a handful
 *       of rows.
 * </ul>
 *
 * <p>A session that runs already, started by other code in this JVM, is injected as it is and left
 * running. When a test stops the session, as the {@code main} of a job does, the next test that
 * asks for it gets a new one.
 */
public final class SparkExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SparkExtension.class);

  /** Called by JUnit. */
  public SparkExtension() {}

  /** Answers whether the parameter is declared as a {@link SparkSession}. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  /** Returns the shared session, started if none runs. */
  @Override
  public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(SharedSession.class, key -> new SharedSession(), SharedSession.class)
        .session();
  }
}
