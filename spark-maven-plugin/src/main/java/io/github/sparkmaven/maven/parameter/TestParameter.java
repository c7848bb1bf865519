/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.problem.InputException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code test} element. */
public final class TestParameter {
  /**
   * Which classes are job tests, as surefire's patterns; {@code **}{@code /*JobCase} by default.
   */
  private @Nullable List<@Nullable String> includes;

  /** How long all test classes together may take, with its unit; no limit by default. */
  private @Nullable String timeout;

  /** Where declared cases are; {@code src/test/spark} by default. */
  private @Nullable String casesDirectory;

  /** How long a declared case may take that says nothing itself, with its unit; 5m by default. */
  private @Nullable String caseTimeout;

  /** Whether a module without a job test fails; false by default. */
  private @Nullable String failIfNoTests;

  /** Whether a test that fails leaves the build green; false by default. */
  private @Nullable String testFailureIgnore;

  /** Options for the JVMs that tests run in, each an element; none by default. */
  private @Nullable List<@Nullable String> jvmOptions;

  /**
   * Whether class-data archives make JVMs start faster: {@code auto} (made and used, on a CI server
   * only used), {@code always} or {@code never}; auto by default.
   */
  private @Nullable String classDataArchive;

  /**
   * What runs Python tests: {@code pytest}, {@code unittest} or {@code auto} (pytest where the
   * environment has it), the default.
   */
  private @Nullable String pythonFramework;

  /** Words for pytest, each an element; none by default. */
  private @Nullable List<@Nullable String> pytestArguments;

  /** How the files are named that unittest looks into; {@code test*.py} by default. */
  private @Nullable String unittestPattern;

  /**
   * Whether the coverage of Python sources is measured, which needs the package coverage; false by
   * default.
   */
  private @Nullable String coverage;

  /**
   * Returns the patterns.
   *
   * @throws InputException if an element is empty, which Maven hands over as null
   */
  public List<String> includes() {
    if (includes == null) {
      return List.of("**/*JobCase");
    }
    List<String> patterns = includes.stream().filter(Objects::nonNull).toList();
    if (patterns.isEmpty() || patterns.size() < includes.size()) {
      throw new InputException(
          "test/includes",
          "has an empty element, or none",
          "Give a pattern, as in <include>**/*JobCase</include>, or leave it out");
    }
    return patterns;
  }

  /** Returns the JVM options. */
  public List<String> jvmOptions() {
    return Optional.ofNullable(jvmOptions).stream()
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Returns the words for pytest. */
  public List<String> pytestArguments() {
    return Optional.ofNullable(pytestArguments).stream()
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Returns how the files are named that unittest looks into, as it was written. */
  public Optional<String> unittestPattern() {
    return Optional.ofNullable(unittestPattern);
  }

  /** Returns what runs Python tests, as it was written. */
  public Optional<String> pythonFramework() {
    return Optional.ofNullable(pythonFramework);
  }

  /** Returns whether the coverage of Python sources is measured, as it was written. */
  public Optional<String> coverage() {
    return Optional.ofNullable(coverage);
  }

  /** Returns the declared time limit. */
  public Optional<String> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Returns the folder of declared cases, as it was written. */
  public Optional<String> casesDirectory() {
    return Optional.ofNullable(casesDirectory);
  }

  /** Returns the time limit of a declared case, as it was written. */
  public Optional<String> caseTimeout() {
    return Optional.ofNullable(caseTimeout);
  }

  /** Returns whether a module without a job test fails, as it was written. */
  public Optional<String> failIfNoTests() {
    return Optional.ofNullable(failIfNoTests);
  }

  /** Returns whether failures are ignored, as it was written. */
  public Optional<String> testFailureIgnore() {
    return Optional.ofNullable(testFailureIgnore);
  }

  /** Returns how class-data archives are used, as it was written. */
  public Optional<String> classDataArchive() {
    return Optional.ofNullable(classDataArchive);
  }
}
