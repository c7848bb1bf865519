/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.problem.Problems;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What stands on Maven's command line: it wins over the POM.
 *
 * <p>Maven itself gives the POM's configuration precedence over a parameter's property, so the
 * properties are read here.
 *
 * @param properties the session's user properties
 */
record UserProperties(Properties properties) {
  private static final String OURS = "spark.maven.";

  /** Returns {@code -Dspark.maven.<name>}. */
  Optional<String> text(String name) {
    return Optional.ofNullable(properties.getProperty(OURS + name));
  }

  /**
   * Returns {@code -Dspark.maven.<name>}, where nothing behind the name means true, else the POM's
   * value.
   */
  boolean flag(String name, boolean ofPom) {
    Problems problems = new Problems();
    boolean flag =
        new ParameterReader("", problems).flag("-D" + OURS + name, text(name).orElse(null), ofPom);
    problems.throwIfAny();
    return flag;
  }

  /**
   * Returns the Spark settings among the properties.
   *
   * @param ofProject properties that the POM or a parent declares: these are Maven's and never
   *     Spark's
   */
  Map<String, String> sparkSettings(Properties ofProject) {
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith("spark.") && !name.startsWith(OURS))
        .filter(name -> !ofProject.containsKey(name))
        .forEach(name -> settings.put(name, properties.getProperty(name)));
    return settings;
  }
}
