/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.runtime.ForkClassPath;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The declared cases of a module.
 *
 * @param folder where they are, each in a folder of its own
 * @param filter says which of them are to run
 * @param update whether what the jobs write takes the place of what is expected
 * @param timeout how long a case may take that says nothing itself
 * @param program finds a packaged job; asked with the name of one of several jobs, or without;
 *     nothing where the job cannot run on this machine and is passed over
 * @param stand what JVMs of jobs of a kind stand on; asked only where there is a case
 */
public record DeclaredTests(
    Path folder,
    Predicate<String> filter,
    boolean update,
    TimeLimit timeout,
    Function<Optional<String>, Optional<LocalProgram>> program,
    Function<Kind, Stand> stand) {

  /**
   * What the JVMs of cases stand on.
   *
   * @param classPath the jars of the Spark home that jobs run from, and ours
   * @param variables environment variables
   */
  public record Stand(ForkClassPath classPath, Map<String, String> variables) {

    /** Copies the variables. */
    public Stand {
      variables = Map.copyOf(variables);
    }
  }

  /** What a job's code is. */
  public enum Kind {
    /** Classes in a jar. */
    JVM,
    /** A Python file. */
    PYTHON
  }

  /** Returns the names of the cases, sorted. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(each -> Files.exists(each.resolve(CaseReader.FILE)))
          .map(each -> String.valueOf(each.getFileName()))
          .filter(filter)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + folder + ": " + e, e);
    }
  }

  /**
   * Reads all cases.
   *
   * @throws InputException with everything that is wrong with any of them
   */
  List<DeclaredCase> read() {
    Problems problems = new Problems();
    List<DeclaredCase> cases =
        names().stream()
            .flatMap(name -> new CaseReader(folder.resolve(name), update, problems).read().stream())
            .toList();
    problems.throwIfAny();
    return cases;
  }
}
