/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import java.nio.file.Path;
import java.util.List;

/**
 * What test JVMs are to be given.
 *
 * @param spark the Spark on the test class path
 * @param launcherJar the project's own spark-launcher
 * @param arrow whether Arrow is on the test class path
 * @param jupiter whether the project has tests of the JUnit Platform
 * @param java the JDK of the build
 * @param executions the executions of test plugins that will run tests
 * @param property the property that hands the options over
 * @param choices which options are wanted
 * @param folder {@code target/spark} of the project
 */
public record PrepareTestsRequest(
    SparkVersion spark,
    Path launcherJar,
    boolean arrow,
    boolean jupiter,
    JavaHome java,
    List<TestExecution> executions,
    LineProperty property,
    Choices choices,
    Path folder) {

  /** Copies the list. */
  public PrepareTestsRequest {
    executions = List.copyOf(executions);
  }

  /**
   * Which options are wanted, besides those without which Spark does not start.
   *
   * @param fastStart options that make a JVM of tests start fast
   * @param localMode system properties that keep Spark on this machine and below target
   * @param cores the cores of this machine
   */
  public record Choices(boolean fastStart, boolean localMode, int cores) {}
}
