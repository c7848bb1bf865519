/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.cluster.LiveClusters;
import io.github.sparkmaven.submit.LaunchCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A machine with a bundle, and a shell script in the place of spark-submit. */
final class BundleSite {
  private final Path folder;
  private final Path bundle;
  private final Map<String, String> environment = new TreeMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<LaunchCommand> launched = new ArrayList<>();

  BundleSite(Path folder, Path bundle) {
    this.folder = folder;
    this.bundle = bundle;
    set("XDG_CACHE_HOME", folder.resolve("cache").toString());
  }

  BundleSite set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Puts a Spark distribution there, or what looks like one. */
  Path sparkHome(String version) throws IOException {
    Path home = folder.resolve("spark-" + version);
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("jars"));
    Files.writeString(home.resolve("bin/spark-submit"), "");
    Files.writeString(home.resolve("jars/spark-core_2.12-" + version + ".jar"), "");
    set("SPARK_HOME", home.toString());
    return home;
  }

  /**
   * Calls the script.
   *
   * @param sparkSubmit what runs in the place of spark-submit; {@code $1} is the properties file
   */
  int run(String sparkSubmit, String... words) {
    Console console = new Console(print(out), print(err));
    return new Script(
            site(),
            command -> {
              launched.add(command);
              return new ProcessBuilder(
                      "sh", "-c", sparkSubmit, "sh", command.propertiesFile().toString())
                  .start();
            },
            new LiveClusters(),
            console)
        .run(List.of(words));
  }

  Site site() {
    return new Site(
        bundle,
        name -> Optional.ofNullable(environment.get(name)),
        folder.resolve("user"),
        folder,
        Path.of(System.getProperty("java.home")));
  }

  Console console() {
    return new Console(print(out), print(err));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  LaunchCommand launched() {
    return launched.get(0);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
