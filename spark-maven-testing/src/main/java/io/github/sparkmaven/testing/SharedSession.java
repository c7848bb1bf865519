/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The session of one test run.
 *
 * <p>JUnit up to 5.12 closes only a {@code CloseableResource} at the end of the run, later versions
 * want an {@code AutoCloseable}: this is both.
 */
@SuppressWarnings("deprecation")
final class SharedSession implements Store.CloseableResource, AutoCloseable {
  private final Turn classes = new Turn();
  private final Turn methods = new Turn();
  private boolean startedHere;
  private Map<String, String> own = Collections.emptyMap();
  private @Nullable SparkSession session;
  private @Nullable Path warehouse;

  /** Held by one top-level class at a time. */
  Turn classes() {
    return classes;
  }

  /** Held by one test method at a time. */
  Turn methods() {
    return methods;
  }

  /** The running session, or a new one if none runs. */
  synchronized SparkSession session() {
    SparkSession running = session;
    return running == null || running.sparkContext().isStopped() ? find() : running;
  }

  /**
   * The running session if its context has these settings and no others of a class's own, else one
   * of a new context.
   *
   * @throws IllegalStateException if other code started the session that would have to stop
   */
  synchronized SparkSession sessionWith(Map<String, String> settings) {
    SparkSession running = session();
    if (own.equals(settings) || (own.isEmpty() && holds(running, settings))) {
      return running;
    }
    if (!startedHere) {
      throw new IllegalStateException(
          "needs a Spark context of its own, but the session that runs was started by other code,"
              + " which may still use it. Stop it before this class, or give it these settings.");
    }
    stop();
    own = settings;
    try {
      return find();
    } catch (Throwable e) {
      own = Collections.emptyMap();
      throw e;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    stop();
  }

  private void stop() {
    if (startedHere && session != null) {
      session.stop();
    }
    session = null;
    own = Collections.emptyMap();
    if (warehouse != null) {
      TemporaryFiles.delete(warehouse);
      warehouse = null;
    }
  }

  private SparkSession find() {
    startedHere = SparkSession.getDefaultSession().isEmpty();
    // Options given to the builder would change a running session, which has its own reasons.
    session =
        startedHere
            ? SparkSession.builder().config(localSettings()).getOrCreate()
            : SparkSession.builder().getOrCreate();
    return session;
  }

  private org.apache.spark.SparkConf localSettings() {
    if (warehouse == null) {
      warehouse = TemporaryFiles.folder("spark-warehouse-");
    }
    // A new SparkConf holds the spark.* system properties.
    org.apache.spark.SparkConf conf =
        new org.apache.spark.SparkConf()
            .setIfMissing("spark.master", "local[2]")
            .setIfMissing("spark.app.name", "spark-tests")
            .setIfMissing("spark.ui.enabled", "false")
            .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
            .setIfMissing("spark.driver.host", "127.0.0.1")
            .setIfMissing("spark.sql.shuffle.partitions", "2")
            .setIfMissing("spark.sql.warehouse.dir", warehouse.toString());
    own.forEach(conf::set);
    return conf;
  }

  private static boolean holds(SparkSession session, Map<String, String> settings) {
    org.apache.spark.SparkConf conf = session.sparkContext().getConf();
    return settings.entrySet().stream()
        .allMatch(e -> e.getValue().equals(conf.get(e.getKey(), null)));
  }
}
