/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What spark-submit is called with.
 *
 * @param home the Spark home whose {@code bin/spark-submit} runs
 * @param java the JDK it runs on
 * @param master the master URL
 * @param mainClass the class to run
 * @param resource the job's jar
 * @param arguments what the program is given
 * @param propertiesFile every setting, secrets included, readable by this user alone
 * @param workingFolder the folder that the driver runs in
 * @param environment environment variables to add
 */
public record LaunchCommand(
    SparkHome home,
    JavaHome java,
    String master,
    String mainClass,
    Path resource,
    List<String> arguments,
    Path propertiesFile,
    Path workingFolder,
    Map<String, String> environment) {

  /** Copies the collections. */
  public LaunchCommand {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
