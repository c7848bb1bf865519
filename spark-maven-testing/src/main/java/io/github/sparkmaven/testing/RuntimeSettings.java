/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;
import scala.collection.Iterator;

/** The settings of a running session: changed, and put back to what they were. */
final class RuntimeSettings {
  private final Map<String, String> before;

  private RuntimeSettings(Map<String, String> before) {
    this.before = before;
  }

  static RuntimeSettings of(SparkSession session) {
    return new RuntimeSettings(all(session.conf()));
  }

  /**
   * Sets what can be set while the session runs, and returns the rest.
   *
   * @throws IllegalArgumentException if Spark refuses a value
   */
  static Map<String, String> apply(
      SparkSession session, Map<String, String> settings, AnnotatedElement declaredOn) {
    Map<String, String> refused = new LinkedHashMap<>();
    settings.forEach(
        (key, value) -> {
          if (readAtStart(key) || !set(session.conf(), key, value, declaredOn)) {
            refused.put(key, value);
          }
        });
    return refused;
  }

  void restore(SparkSession session) {
    Map<String, String> now = all(session.conf());
    now.keySet().stream()
        .filter(key -> !before.containsKey(key))
        .forEach(key -> session.conf().unset(key));
    before.forEach(
        (key, value) -> {
          if (!value.equals(now.get(key))) {
            session.conf().set(key, value);
          }
        });
  }

  /**
   * A running session takes these, but a catalog that was loaded stays, and the others are lost.
   */
  private static boolean readAtStart(String key) {
    return key.equals("spark.master")
        || key.equals("spark.app.name")
        || key.startsWith("spark.hadoop.")
        || key.startsWith("spark.sql.catalog.");
  }

  /** Answers false for a setting that a running session does not take. */
  private static boolean set(
      RuntimeConfig conf, String key, String value, AnnotatedElement declaredOn) {
    try {
      conf.set(key, value);
      return true;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          DeclaredSettings.shown(key, value, declaredOn)
              + " is refused by Spark: "
              + e.getMessage()
              + ". Give a value that Spark takes for this key.",
          e);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        return false;
      }
      throw e;
    }
  }

  private static Map<String, String> all(RuntimeConfig conf) {
    Map<String, String> all = new TreeMap<>();
    // Only what Scala 2.12 and 2.13 have in common.
    Iterator<Tuple2<String, String>> entries = conf.getAll().iterator();
    while (entries.hasNext()) {
      Tuple2<String, String> entry = entries.next();
      all.put(entry._1(), entry._2());
    }
    return all;
  }
}
