/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.yarn;

import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.SparkHome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands with which a person looks at YARN: Hadoop's own where it is installed, else the same
 * program run from the Spark home.
 *
 * @param site the variables that name the site's configuration folder and a proxy user, as a shell
 *     assigns them, or empty
 * @param installed whether there is a {@code yarn} command
 * @param home the Spark home; made when it is first needed
 */
public record YarnCommands(String site, boolean installed, Supplier<SparkHome> home) {
  /** The variable that names whom Hadoop's clients act for. */
  public static final String PROXY_USER = "HADOOP_PROXY_USER";

  private static final String CLIENT = "org.apache.hadoop.yarn.client.cli.ApplicationCLI";

  /** Returns the commands for a home's user. */
  public static YarnCommands of(HomeJvm jvm) {
    String path = jvm.variable("PATH").orElse("");
    boolean installed =
        Arrays.stream(path.split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "yarn")));
    Stream<String> site =
        Stream.of("HADOOP_CONF_DIR", "YARN_CONF_DIR")
            .flatMap(name -> assigned(jvm, name).stream())
            .limit(1);
    return new YarnCommands(
        Stream.concat(site, assigned(jvm, PROXY_USER).stream()).collect(Collectors.joining(" ")),
        installed,
        jvm.home());
  }

  private static Optional<String> assigned(HomeJvm jvm, String name) {
    return jvm.variable(name).map(value -> name + "=" + quoted(value));
  }

  String look(String id) {
    return application("-status", id);
  }

  String kill(String id) {
    return application("-kill", id);
  }

  String list(String tag) {
    return application(
        "-list", "-appTags", tag, "-appStates", "NEW,NEW_SAVING,SUBMITTED,ACCEPTED,RUNNING");
  }

  // The home lacks a library of the program that reads logs, so this takes Hadoop's own command.
  String logs(String id) {
    return line("yarn logs", "-applicationId", id, "-am", "-1");
  }

  private String application(String... words) {
    String program =
        installed
            ? "yarn"
            : quoted(home.get().path().resolve("bin/spark-class").toString()) + " " + CLIENT;
    return line(program + " application", words);
  }

  private String line(String program, String... words) {
    return Stream.concat(Stream.of(site, program), Stream.of(words))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
