/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.conf.LayeredConf;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is submitted.
 *
 * @param name what messages call it, as in {@code job com.acme.Clustering}
 * @param resource the primary resource as spark-submit is given it: a path or a URI
 * @param file the local file that the resource is, where it is one
 * @param mainClass the class to run; none for Python
 * @param arguments the program's own, byte for byte
 * @param jars jars that go along: paths and URIs
 * @param files files that go along
 * @param archives archives that go along
 * @param pyFiles Python files that go along
 */
public record Application(
    String name,
    String resource,
    Optional<Path> file,
    Optional<String> mainClass,
    List<String> arguments,
    List<String> jars,
    List<String> files,
    List<String> archives,
    List<String> pyFiles) {

  /** Copies the lists. */
  public Application {
    arguments = List.copyOf(arguments);
    jars = List.copyOf(jars);
    files = List.copyOf(files);
    archives = List.copyOf(archives);
    pyFiles = List.copyOf(pyFiles);
  }

  /** Returns what goes along, by the option of spark-submit that it is given with. */
  public Map<String, List<String>> companions() {
    Map<String, List<String>> companions = new LinkedHashMap<>();
    companions.put("--jars", jars);
    companions.put("--files", files);
    companions.put("--archives", archives);
    companions.put("--py-files", pyFiles);
    companions.values().removeIf(List::isEmpty);
    return companions;
  }

  /**
   * Returns this application with what the settings want to go along added. Spark itself takes its
   * options for all that there is, and would drop what a setting names.
   */
  public Application withSettings(LayeredConf conf) {
    return new Application(
        name,
        resource,
        file,
        mainClass,
        arguments,
        with(jars, conf, "spark.jars"),
        with(files, conf, "spark.files"),
        with(archives, conf, "spark.archives"),
        with(pyFiles, conf, "spark.submit.pyFiles"));
  }

  private static List<String> with(List<String> own, LayeredConf conf, String key) {
    Stream<String> ofSetting =
        conf.find(key).stream()
            .flatMap(setting -> Stream.of(setting.value().split(",", -1)))
            .map(String::trim)
            .filter(text -> !text.isEmpty());
    // Where nothing is added, the setting speaks for itself.
    return own.isEmpty() ? own : Stream.concat(own.stream(), ofSetting).distinct().toList();
  }

  /** Returns the application of one local jar. */
  public static Application ofJar(Path jar, String mainClass, List<String> arguments) {
    return new Application(
        "job " + mainClass,
        jar.toString(),
        Optional.of(jar),
        Optional.of(mainClass),
        arguments,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
