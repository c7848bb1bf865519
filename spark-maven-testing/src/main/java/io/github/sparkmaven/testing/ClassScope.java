/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What a top-level test class has of Spark, from its first use until all of its tests have run. */
@SuppressWarnings("deprecation")
final class ClassScope implements Store.CloseableResource, AutoCloseable {
  private final SharedSession shared;
  private final Map<String, String> startSettings;
  private SparkSession session;
  private SessionState before;

  private ClassScope(
      SharedSession shared, SparkSession session, SessionState before, Map<String, String> start) {
    this.shared = shared;
    this.session = session;
    this.before = before;
    this.startSettings = start;
  }

  static ClassScope open(SharedSession shared, Class<?> testClass) {
    shared.classes().take(DeclaredSettings.name(testClass));
    try {
      return begin(shared, testClass);
    } catch (Throwable e) { // Spark throws checked exceptions that it does not declare
      shared.classes().release();
      throw e;
    }
  }

  /** The session; another one if a test has stopped it. */
  SparkSession session() {
    SparkSession running = shared.session();
    if (running != session) {
      session = running;
      before = SessionState.of(running);
    }
    SparkSession.setDefaultSession(session);
    SparkSession.setActiveSession(session);
    return session;
  }

  /** Settings that only a context's start can give, and that this one was started with. */
  Map<String, String> startSettings() {
    return startSettings;
  }

  Turn methods() {
    return shared.methods();
  }

  @Override
  public void close() {
    shared.classes().release();
    if (!session.sparkContext().isStopped()) {
      before.restore(session);
    }
  }

  private static ClassScope begin(SharedSession shared, Class<?> testClass) {
    Map<String, String> settings = DeclaredSettings.of(testClass);
    SparkSession session = shared.session();
    SessionState before = SessionState.of(session);
    Map<String, String> start = RuntimeSettings.apply(session, settings, testClass);
    SparkSession wanted = start(shared, start, testClass);
    if (wanted != session) {
      before = SessionState.of(wanted);
      RuntimeSettings.apply(wanted, settings, testClass);
    }
    return new ClassScope(shared, wanted, before, start);
  }

  private static SparkSession start(
      SharedSession shared, Map<String, String> settings, Class<?> testClass) {
    try {
      return shared.sessionWith(settings);
    } catch (Exception e) { // Spark throws checked ones that it does not declare
      throw new IllegalArgumentException(
          String.format(
              "Spark cannot be started with %s, which %s declares by @SparkConf: %s",
              settings, DeclaredSettings.name(testClass), e.getMessage()),
          e);
    }
  }
}
