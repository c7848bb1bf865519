/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.InputException;
import java.nio.file.Path;
import java.util.Optional;

/** The machine's own interpreter. */
final class RealPython {
  static final String MISSING =
      "SKIPPED, THESE TESTS NEED IT: there is no python3 of at least 3.8 on the PATH";

  private RealPython() {}

  /** Returns it, where it is one that our packages are written for. */
  static Optional<Path> find() {
    Path here = Path.of("").toAbsolutePath();
    try {
      Path python =
          new Interpreter(name -> Optional.ofNullable(System.getenv(name)), here)
              .base(Optional.empty());
      PythonFacts facts = Interpreter.facts(python, here);
      return Optional.of(facts.executable())
          .filter(
              path -> PythonVersion.of(facts.version()).compareTo(new PythonVersion(3, 8)) >= 0);
    } catch (InputException e) {
      return Optional.empty();
    }
  }
}
