/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.RequiredProperty;
import io.github.sparkmaven.maven.parameter.SubmitDeclaration;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import io.github.sparkmaven.maven.parameter.SubmitReader;
import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What POM, environment and command line say of a submission.
 *
 * @param pom the {@code submit} element, the environment's laid over
 * @param line what stands on the command line
 */
record SubmitElement(SubmitParameter pom, SubmitParameter line) {
  private static final String GUARD = "submit/requireProperty";
  private static final Set<String> RESOURCES =
      Set.of("submit/jars", "submit/files", "submit/archives", "submit/pyFiles");

  /** Reads the command line, and lays the chosen environment's element over the POM's. */
  static SubmitElement of(ProjectContext context, @Nullable SubmitParameter outer) {
    SubmitParameter base = Optional.ofNullable(outer).orElseGet(SubmitParameter::new);
    return new SubmitElement(
        context.environment().parameter().submit().map(own -> own.over(base)).orElse(base),
        SubmitParameter.ofCommandLine(name -> context.userProperties().text("submit." + name)));
  }

  /** Says whether something else than the packaged jar is to be submitted. */
  boolean bringsItsJar() {
    return line.over(pom).bringsItsJar();
  }

  /**
   * Returns what it says.
   *
   * @param base the folder that relative paths start from
   * @throws io.github.sparkmaven.problem.InputException with all that is wrong
   */
  SubmitDeclaration read(Path base) {
    Problems problems = new Problems();
    SubmitDeclaration declared = new SubmitReader(base, problems).read(line.over(pom));
    guards().forEach(text -> problems.attempt(() -> RequiredProperty.parse(GUARD, text)));
    problems.throwIfAny();
    return declared;
  }

  /**
   * Returns what it says, where files that are not there are no fault yet.
   *
   * @param base the folder that relative paths start from
   * @throws io.github.sparkmaven.problem.InputException with all else that is wrong
   */
  SubmitDeclaration readButResources(Path base) {
    Problems problems = new Problems();
    SubmitDeclaration declared = new SubmitReader(base, problems).read(line.over(pom));
    Problems others = new Problems();
    problems.all().stream()
        .filter(problem -> !RESOURCES.contains(problem.where()))
        .forEach(problem -> others.add(problem.where(), problem.what(), problem.fix()));
    others.throwIfAny();
    return declared;
  }

  /**
   * Refuses to submit without the properties that are asked for; what the command line asks for
   * does not replace what the POM does.
   *
   * @throws io.github.sparkmaven.problem.InputException if one is missing
   */
  void guard(Properties commandLine) {
    Problems problems = new Problems();
    guards()
        .map(text -> RequiredProperty.parse(GUARD, text))
        .forEach(required -> required.check(commandLine, GUARD, problems));
    problems.throwIfAny();
  }

  private Stream<String> guards() {
    return Stream.of(pom, line).flatMap(element -> element.requireProperty().stream()).distinct();
  }
}
