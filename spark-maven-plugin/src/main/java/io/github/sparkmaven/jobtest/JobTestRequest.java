/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.jobtest.declared.DeclaredTests;
import io.github.sparkmaven.runtime.ForkClassPath;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the test goal works on; what only a module with tests has is asked for when it is needed.
 *
 * @param spark the project's Spark
 * @param jvm how JVMs are started
 * @param declared the declared cases
 * @param selection which JUnit classes to run
 * @param python the Python tests, where the module has a folder of them
 * @param classPath the project's test class path, the JUnit Platform's launcher and our runner
 * @param settings Spark settings of the user that hold in local mode too
 * @param reportsFolder where the reports and the logs go
 * @param scratchFolder for what tests and Spark write
 * @param timeout how long all JUnit classes together may take
 * @param failureIgnored whether a test that fails leaves the build green
 */
public record JobTestRequest(
    Supplier<SparkVersion> spark,
    Supplier<TestJvm> jvm,
    DeclaredTests declared,
    TestSelection selection,
    Optional<PythonTests> python,
    Supplier<ForkClassPath> classPath,
    Map<String, String> settings,
    Path reportsFolder,
    Path scratchFolder,
    Optional<TimeLimit> timeout,
    boolean failureIgnored) {

  /** Copies the settings. */
  public JobTestRequest {
    settings = Map.copyOf(settings);
  }

  /** Says whether there is no test of any kind. */
  public boolean isEmpty() {
    return declared.names().isEmpty() && selection.classNames().isEmpty() && python.isEmpty();
  }
}
