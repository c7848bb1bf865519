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
  /** The settings that say the same as the options of what goes along. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "--jars", "spark.jars",
          "--files", "spark.files",
          "--archives", "spark.archives",
          "--py-files", "spark.submit.pyFiles");

  /** Copies the lists. */
  public Application {
    arguments = List.copyOf(arguments);
    jars = List.copyOf(jars);
    files = List.copyOf(files);
    archives = List.copyOf(archives);
    pyFiles = List.copyOf(pyFiles);
  }

  /** Says whether it is a Python program. */
  public boolean isPython() {
    return mainClass.isEmpty();
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
   * Returns this application with what the settings want to go along added. Spark itself takes an
   * option for all that there is and would drop what a setting names; and what is to be known of
   * everything that goes along, as whether the cluster can read it, is asked of one place.
   */
  public Application withSettings(LayeredConf conf) {
    return new Application(
        name,
        resource,
        file,
        mainClass,
        arguments,
        with("--jars", jars, conf),
        with("--files", files, conf),
        with("--archives", archives, conf),
        with("--py-files", pyFiles, conf));
  }

  /** Returns the setting that says the same as an option. */
  static String setting(String option) {
    return SETTINGS.getOrDefault(option, option);
  }

  /** Returns what the setting says that stands for an option. */
  static Stream<String> ofSetting(String option, LayeredConf conf) {
    return conf.find(setting(option)).stream()
        .flatMap(setting -> Stream.of(setting.value().split(",", -1)))
        .map(String::trim)
        .filter(text -> !text.isEmpty());
  }

  private static List<String> with(String option, List<String> own, LayeredConf conf) {
    return Stream.concat(own.stream(), ofSetting(option, conf)).distinct().toList();
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
