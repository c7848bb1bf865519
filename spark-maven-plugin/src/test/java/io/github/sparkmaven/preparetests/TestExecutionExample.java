/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import io.github.sparkmaven.home.JavaHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An execution of surefire 3.5.6 on JDK 17 that says nothing, to be changed by a test. */
record TestExecutionExample(TestExecution execution) {
  static TestExecutionExample of(TestPlugin plugin) {
    return new TestExecutionExample(
        new TestExecution(
            plugin,
            plugin.artifactId(),
            "3.5.6",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            java(17),
            List.of(),
            false));
  }

  static JavaHome java(int feature) {
    return new JavaHome(Path.of("/jdk-" + feature), feature);
  }

  TestExecutionExample version(String version) {
    return with(version, execution.argLine(), execution.forkCount(), execution.forkMode());
  }

  TestExecutionExample argLine(String argLine) {
    return with(
        execution.version(), Optional.of(argLine), execution.forkCount(), execution.forkMode());
  }

  TestExecutionExample forkCount(String count) {
    return with(execution.version(), execution.argLine(), Optional.of(count), execution.forkMode());
  }

  TestExecutionExample forkMode(String mode) {
    return with(execution.version(), execution.argLine(), execution.forkCount(), Optional.of(mode));
  }

  TestExecutionExample on(JavaHome java) {
    return new TestExecutionExample(
        new TestExecution(
            execution.plugin(),
            execution.where(),
            execution.version(),
            execution.argLine(),
            execution.forkCount(),
            execution.forkMode(),
            java,
            execution.variables(),
            execution.jupiterProvider()));
  }

  TestExecutionExample withVariable(String options, boolean jupiterProvider) {
    return new TestExecutionExample(
        new TestExecution(
            execution.plugin(),
            execution.where(),
            execution.version(),
            execution.argLine(),
            execution.forkCount(),
            execution.forkMode(),
            execution.java(),
            List.of(options),
            jupiterProvider));
  }

  private TestExecutionExample with(
      String version,
      Optional<String> argLine,
      Optional<String> forkCount,
      Optional<String> forkMode) {
    return new TestExecutionExample(
        new TestExecution(
            execution.plugin(),
            execution.where(),
            version,
            argLine,
            forkCount,
            forkMode,
            execution.java(),
            execution.variables(),
            execution.jupiterProvider()));
  }
}
