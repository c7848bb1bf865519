/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.runtime.ForkClassPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Python tests of a module.
 *
 * @param folder where they are
 * @param path what is put on Python's path, in order: our packages, then the module's sources
 * @param framework what runs them
 * @param pytestArguments words for pytest
 * @param unittestPattern how the files are named that unittest looks into
 * @param filter which of them are to run
 * @param coverage the sources whose coverage is measured, where it is asked for
 * @param stand what they run on; empty where that cannot be had and is passed over
 */
public record PythonTests(
    Path folder,
    List<Path> path,
    Framework framework,
    List<String> pytestArguments,
    String unittestPattern,
    TestFilter filter,
    Optional<Path> coverage,
    Supplier<Optional<Stand>> stand) {

  /** What runs Python tests. */
  public enum Framework {
    /** pytest where the environment has it, else unittest. */
    AUTO,
    /** pytest, which runs classes of unittest too. */
    PYTEST,
    /** The standard library's. */
    UNITTEST
  }

  /**
   * What tests run on.
   *
   * @param environment the interpreter
   * @param spark the version of the home
   * @param home the Spark home that sessions are started from
   * @param classPath the home's jars and ours
   */
  public record Stand(
      PythonEnvironment environment, SparkVersion spark, SparkHome home, ForkClassPath classPath) {}

  /** Copies the lists. */
  public PythonTests {
    path = List.copyOf(path);
    pytestArguments = List.copyOf(pytestArguments);
  }
}
