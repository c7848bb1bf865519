/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The session of one test run.
 *
 * <p>JUnit up to 5.12 closes only a {@code CloseableResource} at the end of the run, later versions
 * want an {@code AutoCloseable}: this is both.
 */
@SuppressWarnings("deprecation")
final class SharedSession implements Store.CloseableResource, AutoCloseable {
  private boolean startedHere;
  private SparkSession session = find();

  synchronized SparkSession session() {
    if (session.sparkContext().isStopped()) {
      session = find();
    }
    return session;
  }

  @Override
  public synchronized void close() {
    if (startedHere) {
      session.stop();
    }
  }

  private SparkSession find() {
    startedHere = SparkSession.getDefaultSession().isEmpty();
    // Options given to the builder would change a running session, which has its own reasons.
    return startedHere
        ? SparkSession.builder().config(localSettings()).getOrCreate()
        : SparkSession.builder().getOrCreate();
  }

  private static SparkConf localSettings() {
    // A new SparkConf holds the spark.* system properties.
    return new SparkConf()
        .setIfMissing("spark.master", "local[2]")
        .setIfMissing("spark.app.name", "spark-tests")
        .setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
        .setIfMissing("spark.driver.host", "127.0.0.1")
        .setIfMissing("spark.sql.shuffle.partitions", "2");
  }
}
