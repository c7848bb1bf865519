/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * What a session holds beside the data of running code; what is added later can be taken away.
 *
 * <p>One session is put in order rather than each class given its own: code under test keeps
 * sessions in fields of Scala objects and in the active session of pooled threads, and those would
 * still be the first class's.
 */
final class SessionState {
  private final RuntimeSettings settings;
  private final CatalogState catalog;
  private final Set<Integer> persisted;
  private final Set<Object> queries;

  private SessionState(SparkSession session) {
    settings = RuntimeSettings.of(session);
    catalog = CatalogState.of(session);
    persisted = new HashSet<>(context(session).getPersistentRDDs().keySet());
    queries = new HashSet<>();
    for (StreamingQuery query : session.streams().active()) {
      queries.add(query.runId());
    }
  }

  static SessionState of(SparkSession session) {
    return new SessionState(session);
  }

  /**
   * Takes away what was added; goes on after a failure.
   *
   * @throws IllegalStateException if something could not be taken away, with every cause
   */
  void restore(SparkSession session) {
    Attempts attempts = new Attempts();
    // Queries first: they write to views. Settings before the catalog: they may hide it.
    Arrays.stream(session.streams().active())
        .filter(query -> !queries.contains(query.runId()))
        .forEach(query -> attempts.run("stop the query " + query.id(), query::stop));
    attempts.run("put the settings back", () -> settings.restore(session));
    attempts.run("clear the cache", () -> session.catalog().clearCache());
    attempts.run("unpersist what is cached", () -> unpersist(session));
    catalog.restore(session, attempts);
    attempts.throwIfAnyFailed("Spark could not be put in order for the next class");
  }

  private void unpersist(SparkSession session) {
    context(session)
        .getPersistentRDDs()
        .forEach(
            (id, rdd) -> {
              if (!persisted.contains(id)) {
                rdd.unpersist(false);
              }
            });
  }

  private static JavaSparkContext context(SparkSession session) {
    return JavaSparkContext.fromSparkContext(session.sparkContext());
  }
}
