/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The text of a {@code spark-defaults.conf}, which Spark reads with {@link
 * Properties#load(Reader)}.
 */
public final class SparkProperties {
  private SparkProperties() {}

  /** Returns the text of a file that holds the winning setting of every key. */
  public static String text(LayeredConf conf) {
    Map<String, String> settings = new TreeMap<>();
    conf.effective().forEach((Setting setting) -> settings.put(setting.key(), setting.value()));
    return text(settings);
  }

  /** Returns the text of a file that holds these settings. */
  public static String text(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> line(setting.getKey(), setting.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** Returns the line that gives a key its value, whatever characters these hold. */
  public static String line(String key, String value) {
    return escape(key, true) + " " + escape(value, false);
  }

  /**
   * Reads a file as Spark does ({@code Utils.getPropertiesFromFile}): only keys that begin with
   * {@code spark.}, values without white space around them but for escaped line breaks. Bytes that
   * are no UTF-8 do not matter as long as they stand in comments.
   *
   * @throws EnvironmentException if the file cannot be read
   */
  public static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().stream()
        .filter(key -> key.startsWith("spark."))
        .forEach(key -> settings.put(key, stripped(properties.getProperty(key))));
    return settings;
  }

  private static String stripped(String value) {
    int begin = 0;
    int end = value.length();
    while (begin < end && isBlank(value.charAt(begin))) {
      begin++;
    }
    while (begin < end && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(begin, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' && c != '\r' && c != '\n';
  }

  private static String escape(String text, boolean key) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        case '\f' -> escaped.append("\\f");
        case ' ', '=', ':', '#', '!' -> escaped.append(key || i == 0 ? "\\" : "").append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
