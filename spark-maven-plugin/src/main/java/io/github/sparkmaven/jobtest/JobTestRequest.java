/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the test goal works on.
 *
 * @param spark the project's Spark
 * @param java the JDK that the tests run on
 * @param selection which classes to run
 * @param classPath the project's test class path, the JUnit Platform's launcher and our runner
 * @param launcherJar the project's spark-launcher, which knows the module options
 * @param settings Spark settings of the user that hold in local mode too
 * @param baseFolder the module's folder, in which the tests run
 * @param reportsFolder where the reports and the log go
 * @param timeout how long all tests together may take
 */
public record JobTestRequest(
    SparkVersion spark,
    JavaHome java,
    TestSelection selection,
    List<Path> classPath,
    Path launcherJar,
    Map<String, String> settings,
    Path baseFolder,
    Path reportsFolder,
    Optional<TimeLimit> timeout) {

  /** Copies the collections. */
  public JobTestRequest {
    classPath = List.copyOf(classPath);
    settings = Map.copyOf(settings);
  }
}
