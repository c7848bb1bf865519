/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import java.util.List;
import java.util.Optional;

/**
 * What is declared of a module's Python.
 *
 * @param executable an interpreter, as a path or as a name on the path
 * @param requirements files with what is needed beside Spark; guessed where there are none
 * @param kind whose environment is used
 * @param packed whether the environment is sent to the cluster
 */
public record PythonSettings(
    Optional<String> executable, List<String> requirements, Kind kind, boolean packed) {

  /** Whose environment the interpreter is of. */
  public enum Kind {
    /** One that is made for the module, below the cache folder. */
    VENV,
    /** The user's: nothing is installed. */
    SYSTEM
  }

  /** Copies the list. */
  public PythonSettings {
    requirements = List.copyOf(requirements);
  }
}
