/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The settings during a nested class or a method, put back afterwards. */
@SuppressWarnings("deprecation")
final class SettingsScope implements Store.CloseableResource, AutoCloseable {
  private final SparkSession session;
  private final RuntimeSettings before;
  private final Runnable last;

  private SettingsScope(SparkSession session, RuntimeSettings before, Runnable last) {
    this.session = session;
    this.before = before;
    this.last = last;
  }

  /** Remembers the settings, then lets {@code change} change them. */
  static SettingsScope open(SparkSession session, Runnable change, Runnable last) {
    RuntimeSettings before = RuntimeSettings.of(session);
    try {
      change.run();
    } catch (RuntimeException e) {
      before.restore(session);
      last.run();
      throw e;
    }
    return new SettingsScope(session, before, last);
  }

  @Override
  public void close() {
    last.run();
    if (!session.sparkContext().isStopped()) {
      before.restore(session);
    }
  }
}
