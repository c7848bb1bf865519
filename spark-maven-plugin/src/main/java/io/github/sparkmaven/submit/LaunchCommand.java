/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of spark-submit.
 *
 * @param propertiesFile holds the effective Spark settings
 * @param environment variables beside those of this JVM
 */
public record LaunchCommand(
    SparkHome home,
    JavaHome java,
    Target target,
    Application application,
    Optional<String> proxyUser,
    Path propertiesFile,
    Path workingFolder,
    Map<String, String> environment) {

  /** Copies the environment, and names the home and the JDK in it. */
  public LaunchCommand {
    Map<String, String> all = new HashMap<>(environment);
    // A distribution's spark-submit obeys the SPARK_HOME that it inherits, which may be another.
    all.put("SPARK_HOME", home.path().toString());
    // SparkLauncher's setJavaHome() does not reach spark-submit, which would run on whatever java
    // comes first.
    all.put("JAVA_HOME", java.path().toString());
    environment = Map.copyOf(all);
  }

  /** Returns the words of the command. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(home.path().resolve("bin/spark-submit").toString());
    words.addAll(List.of("--master", target.master()));
    words.addAll(List.of("--deploy-mode", target.mode().label()));
    words.addAll(List.of("--properties-file", propertiesFile.toString()));
    application.mainClass().ifPresent(name -> words.addAll(List.of("--class", name)));
    application
        .companions()
        .forEach((option, resources) -> words.addAll(List.of(option, String.join(",", resources))));
    proxyUser.ifPresent(user -> words.addAll(List.of("--proxy-user", user)));
    words.add(application.resource());
    words.addAll(application.arguments());
    return words;
  }
}
