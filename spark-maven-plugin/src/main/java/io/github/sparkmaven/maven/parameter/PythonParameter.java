/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The {@code python} element: where a module's Python stands, and what runs it. */
public final class PythonParameter {
  /**
   * The interpreter, as a path or a name on the PATH; by default {@code python3} there, or that of
   * the active environment where {@code environment} is {@code system}.
   */
  private @Nullable String executable;

  /**
   * Files with what the project needs beside Spark, separated by commas; by default {@code
   * requirements.txt} with {@code requirements-test.txt} or {@code requirements-dev.txt}, else
   * {@code pyproject.toml}.
   */
  private @Nullable String requirements;

  /**
   * {@code venv} (the default): a virtual environment made for the module below the cache folder;
   * {@code system}: the user's own interpreter and packages, as they are.
   */
  private @Nullable String environment;

  /** The folder that is put on Python's path; {@code src/main/python} by default. */
  private @Nullable String sourceDirectory;

  /** The folder of the tests; {@code src/test/python} by default. */
  private @Nullable String testDirectory;

  /**
   * Whether the environment's packages are sent to the cluster, whose nodes then need the
   * interpreter alone; false by default.
   */
  private @Nullable String packEnvironment;

  /**
   * What happens where neither an interpreter nor a package index can be had: {@code fail} (the
   * default), or {@code skip} with a warning.
   */
  private @Nullable String ifUnavailable;

  /** Returns a value, over which the command line wins. */
  public Optional<String> text(String name, Function<String, Optional<String>> commandLine) {
    return commandLine.apply(name).or(() -> Optional.ofNullable(declared(name)));
  }

  private @Nullable String declared(String name) {
    return switch (name) {
      case "executable" -> executable;
      case "requirements" -> requirements;
      case "environment" -> environment;
      case "sourceDirectory" -> sourceDirectory;
      case "testDirectory" -> testDirectory;
      case "packEnvironment" -> packEnvironment;
      case "ifUnavailable" -> ifUnavailable;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
