/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeSet;

/** What a job can change for those that run after it, and how it was before. */
final class JvmState {
  private final Properties properties = new Properties();
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private final Thread.UncaughtExceptionHandler handler =
      Thread.getDefaultUncaughtExceptionHandler();

  private JvmState() {
    properties.putAll(System.getProperties());
  }

  static JvmState now() {
    return new JvmState();
  }

  /** Puts everything back, and returns a line for each thing that a job should not have changed. */
  List<String> restore() {
    List<String> changes = new ArrayList<>();
    List<String> names = changedProperties();
    if (!names.isEmpty()) {
      changes.add("it changed system properties: " + String.join(", ", names));
    }
    if (!Locale.getDefault().equals(locale)) {
      changes.add("it changed the default locale to " + Locale.getDefault());
    }
    if (!TimeZone.getDefault().equals(zone)) {
      changes.add("it changed the default time zone to " + TimeZone.getDefault().getID());
    }
    Properties before = new Properties();
    before.putAll(properties);
    System.setProperties(before);
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
    Thread.setDefaultUncaughtExceptionHandler(handler);
    return changes;
  }

  /** Spark itself sets its settings, and a few more that begin otherwise. */
  private List<String> changedProperties() {
    List<String> changed = new ArrayList<>();
    for (String name : new TreeSet<>(System.getProperties().stringPropertyNames())) {
      boolean own = !name.startsWith("spark.") && !name.startsWith("SPARK_");
      String before = properties.getProperty(name);
      if (own && before != null && !before.equals(System.getProperty(name))) {
        changed.add(name);
      }
    }
    return changed;
  }
}
