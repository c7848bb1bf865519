/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.python.PythonEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A job as it would be submitted.
 *
 * @param where where the POM declares it: {@code job} or {@code jobs/<name>}
 * @param jar the jar that is submitted, or the one that goes along with a Python program
 * @param along the jars that go along with it, in the order of the class path
 * @param main how it is started
 * @param python its Python sources
 * @param manager what it is submitted to
 * @param conf its settings but for the plan's own
 * @param keys what is wrong with these
 * @param resources what goes along otherwise
 */
public record CheckedJob(
    String where,
    Optional<Path> jar,
    List<Path> along,
    Main main,
    Optional<PythonSide> python,
    Manager manager,
    LayeredConf conf,
    List<Problem> keys,
    List<Resource> resources) {

  /** Copies the lists. */
  public CheckedJob {
    along = List.copyOf(along);
    keys = List.copyOf(keys);
    resources = List.copyOf(resources);
  }

  /**
   * How a job is started.
   *
   * @param className the class; none of a Python program
   * @param problem why no class can be named
   * @param own which classes, with dots, are the program's own, and not those of a library that is
   *     packed with it
   */
  public record Main(
      Optional<String> className, Optional<Problem> problem, Predicate<String> own) {}

  /**
   * The Python of a job.
   *
   * @param environment what compiles the files
   * @param program the file that is submitted
   * @param root the folder that is on Python's path
   * @param files program and sources
   */
  public record PythonSide(
      PythonEnvironment environment, Path program, Path root, List<Path> files) {
    /** Copies the list. */
    public PythonSide {
      files = List.copyOf(files);
    }
  }

  /**
   * A file that goes along.
   *
   * @param where the parameter or the key that names it
   * @param text as it is written there
   */
  public record Resource(String where, String text) {}
}
