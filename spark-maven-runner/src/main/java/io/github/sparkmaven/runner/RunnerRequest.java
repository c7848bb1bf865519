/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the plugin asks of one runner.
 *
 * <p>It comes in a file because a command line is too short for the classes of a large project.
 */
final class RunnerRequest {
  private static final String SYSTEM = "system.";

  private final List<String> classes;
  private final Path reportsDirectory;
  private final Map<String, String> systemProperties;
  private final List<String> filter;
  private final long timeoutMillis;
  private final long parent;

  private RunnerRequest(Set<String> classes, Path reportsDirectory, Properties properties) {
    this.classes = Collections.unmodifiableList(new ArrayList<>(classes));
    this.reportsDirectory = reportsDirectory;
    this.systemProperties = Collections.unmodifiableMap(systemProperties(properties));
    this.filter = new ArrayList<>(names(properties.getProperty("filter", "")));
    this.timeoutMillis = Long.parseLong(properties.getProperty("timeoutMillis", "0"));
    this.parent = Long.parseLong(properties.getProperty("parent", "0"));
  }

  /**
   * Reads the request and creates its reports directory.
   *
   * @throws IllegalArgumentException naming everything that is wrong with the request
   */
  static RunnerRequest read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    Set<String> classes = names(properties.getProperty("classes", ""));
    String reports = properties.getProperty("reportsDirectory", "").trim();
    List<String> problems = new ArrayList<>();
    if (classes.isEmpty()) {
      problems.add("'classes' names no class");
    }
    if (reports.isEmpty()) {
      problems.add("'reportsDirectory' is missing");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "the request file " + file + " is not usable: " + String.join("; ", problems));
    }
    return new RunnerRequest(classes, Files.createDirectories(Paths.get(reports)), properties);
  }

  private static Map<String, String> systemProperties(Properties properties) {
    Map<String, String> values = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(SYSTEM)) {
        values.put(key.substring(SYSTEM.length()), properties.getProperty(key));
      }
    }
    return values;
  }

  private static Set<String> names(String list) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : list.split(",", -1)) {
      if (!name.trim().isEmpty()) {
        names.add(name.trim());
      }
    }
    return names;
  }

  /** The names of the test classes in the order in which they are to run, each once. */
  List<String> classes() {
    return classes;
  }

  /** Patterns of methods, as {@code ClusteringJobCase#finds*}; none for all. */
  List<String> filter() {
    return filter;
  }

  /** How long all tests together may take; 0 for no limit. */
  long timeoutMillis() {
    return timeoutMillis;
  }

  /** The process id of the plugin's JVM; 0 where it is not told. */
  long parent() {
    return parent;
  }

  Path reportsDirectory() {
    return reportsDirectory;
  }

  /**
   * Spark's settings among them; a command line would show their secrets to every user of the
   * machine.
   */
  Map<String, String> systemProperties() {
    return systemProperties;
  }
}
