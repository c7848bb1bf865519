/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.JdkFit;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.runtime.LocalTestDefaults;
import io.github.sparkmaven.runtime.ModuleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Hands to the JVMs of test plugins and IDEs the options that Spark needs. */
public final class PrepareTests {
  private static final String FILE = "test-jvm.options";
  // Surefire and failsafe put the number of the JVM in its place.
  private static final String FORK = "fork-${surefire.forkNumber}";

  private PrepareTests() {}

  /**
   * Works the options out, cleans the folder that Spark will write to, and writes the file for
   * IDEs.
   *
   * @throws io.github.sparkmaven.problem.InputException if the options would not reach the tests,
   *     or a JDK cannot run this Spark
   * @throws EnvironmentException if the launcher cannot be read or a file not be written
   */
  public static PrepareTestsResult run(PrepareTestsRequest request) {
    List<String> warnings = check(request);
    Path scratch = request.folder().resolve("unit-tests");
    clean(scratch);
    List<String> options = options(request);
    boolean several =
        request.executions().stream()
            .anyMatch(execution -> execution.forksSeveral(request.choices().cores()));
    String added =
        OptionWords.commandLine(
            with(options, request, several ? scratch.resolve(FORK) : scratch.resolve("fork-1")));
    return new PrepareTestsResult(
        request.property().with(added),
        added,
        optionsFile(request, with(options, request, scratch.resolve("ide"))),
        warnings);
  }

  private static List<String> check(PrepareTestsRequest request) {
    Problems problems = new Problems();
    List<String> warnings = new ArrayList<>();
    request.executions().stream()
        .map(TestExecution::java)
        .distinct()
        .forEach(
            java ->
                problems
                    .attempt(() -> JdkFit.check(request.spark(), java))
                    .flatMap(warning -> warning)
                    .ifPresent(warnings::add));
    new Reach(request.property(), request.jupiter())
        .problems(request.executions())
        .forEach(problem -> problems.add(problem.where(), problem.what(), problem.fix()));
    problems.throwIfAny();
    return warnings;
  }

  /** A second run without a clean must not find the tables of the first. */
  private static void clean(Path scratch) {
    try {
      Folders.delete(scratch);
      Files.createDirectories(scratch);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot clean " + scratch + ": " + e, e);
    }
  }

  private static List<String> options(PrepareTestsRequest request) {
    List<String> options = new ArrayList<>();
    // One property serves all; where a JDK 8 is among others, the first of Spark's options,
    // -XX:+IgnoreUnrecognizedVMOptions, makes it pass over the rest.
    if (javas(request).anyMatch(java -> java.feature() >= 9)) {
      List<String> ofSpark = ModuleOptions.of(request.launcherJar());
      options.addAll(request.arrow() ? ModuleOptions.withArrow(ofSpark) : ofSpark);
    }
    if (request.choices().fastStart()) {
      options.addAll(FastStart.beside(ofUser(request)));
    }
    return options;
  }

  /** Without tests the IDE's are all there is, and it runs on the JDK of the build. */
  private static Stream<JavaHome> javas(PrepareTestsRequest request) {
    return request.executions().isEmpty()
        ? Stream.of(request.java())
        : request.executions().stream().map(TestExecution::java);
  }

  private static List<String> ofUser(PrepareTestsRequest request) {
    Stream<String> ofExecutions =
        request.executions().stream()
            .flatMap(
                execution ->
                    Stream.concat(execution.argLine().stream(), execution.variables().stream()));
    return Stream.concat(Stream.of(request.property().value()), ofExecutions).toList();
  }

  private static List<String> with(
      List<String> options, PrepareTestsRequest request, Path scratch) {
    List<String> all = new ArrayList<>(options);
    if (request.choices().localMode()) {
      Map<String, String> properties = new TreeMap<>(LocalTestDefaults.ofUnitTests(scratch));
      properties.forEach((key, value) -> all.add("-D" + key + "=" + value));
    }
    return all;
  }

  private static Optional<Path> optionsFile(PrepareTestsRequest request, List<String> options) {
    Path file = request.folder().resolve(FILE);
    if (request.java().feature() < 9) {
      AtomicFile.remove(file);
      return Optional.empty();
    }
    AtomicFile.write(file, OptionWords.argumentFile(options));
    return Optional.of(file);
  }
}
