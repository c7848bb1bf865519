/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has the interpreter compile sources before any JVM starts. */
public final class SyntaxCheck {
  // Long lists of words are refused by the operating system.
  private static final int AT_ONCE = 500;

  private SyntaxCheck() {}

  /**
   * Compiles files; nothing is run and nothing is written.
   *
   * @throws io.github.sparkmaven.problem.InputException with every file that the interpreter
   *     refuses
   */
  public static void check(PythonEnvironment environment, Path folder, List<Path> files) {
    List<Path> sources =
        files.stream().filter(file -> file.toString().endsWith(".py")).distinct().toList();
    Problems problems = new Problems();
    for (int from = 0; from < sources.size(); from += AT_ONCE) {
      compile(
          environment,
          folder,
          sources.subList(from, Math.min(from + AT_ONCE, sources.size())),
          problems);
    }
    problems.throwIfAny();
  }

  private static void compile(
      PythonEnvironment environment, Path folder, List<Path> sources, Problems problems) {
    List<String> words = new ArrayList<>(sources.stream().map(Path::toString).toList());
    PythonProcess said = PythonProcess.script(environment.executable(), "syntax.py", words, folder);
    if (said.failed()) {
      throw new EnvironmentException(
          environment.executable() + " cannot compile the sources: " + said.lastWords(3), null);
    }
    for (String line : said.output()) {
      String[] fields = line.split("\t", -1);
      if (fields.length == 3) {
        problems.add(
            fields[0] + ":" + fields[1],
            fields[2] + ", says Python " + environment.facts().version(),
            "Mend the file, or use the Python that it was written for (python/executable)");
      }
    }
  }
}
