/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A shell script in the place of an interpreter: it answers our probe, makes environments that hold
 * a copy of itself, and has a pip that installs nothing but a line that the copy's probe says.
 */
public final class FakePython {
  private static final String SCRIPT =
      """
      #!/bin/sh
      state='@state@'
      case "$2" in
        -c)
          echo "executable=$0"
          cat "$state/facts"
          [ -f "$0.installed" ] && cat "$0.installed"
          exit 0
          ;;
        venv)
          echo "venv $3" >> "$state/calls"
          [ -f "$state/venv-says" ] && cat "$state/venv-says" >&2 && exit 1
          mkdir -p "$3/bin" && cp "$0" "$3/bin/python"
          ;;
        pip)
          shift
          echo "$*" >> "$state/calls"
          pwd > "$state/pip-folder"
          [ -f "$state/pip-says" ] && cat "$state/pip-says" >&2 && exit 1
          for last; do :; done
          echo "package.pyspark=${last##*==}" > "$0.installed"
          ;;
        spark_maven_runner)
          . "$state/runner"
          ;;
      esac
      """;

  private final Path executable;
  private final Path state;

  /** Writes one that says that it is Python 3.11.7. */
  public FakePython(Path executable) throws IOException {
    this.executable = executable;
    this.state = executable.resolveSibling(executable.getFileName() + "-state");
    Files.createDirectories(state);
    Files.writeString(executable, SCRIPT.replace("@state@", state.toString()));
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
    says("version=3.11.7");
  }

  /** Returns it. */
  public Path executable() {
    return executable;
  }

  /** Makes it answer the probe with these lines. */
  public FakePython says(String... lines) throws IOException {
    Files.write(state.resolve("facts"), List.of(lines));
    return this;
  }

  /** Makes its pip say this on standard error, and fail. */
  public FakePython pipFails(String... lines) throws IOException {
    Files.write(state.resolve("pip-says"), List.of(lines));
    return this;
  }

  /** Makes its pip install again. */
  public FakePython pipInstalls() throws IOException {
    Files.delete(state.resolve("pip-says"));
    return this;
  }

  /** Makes it unable to make environments. */
  public FakePython venvFails(String... lines) throws IOException {
    Files.write(state.resolve("venv-says"), List.of(lines));
    return this;
  }

  /** Makes it run lines of shell in the place of our runner. */
  public FakePython runs(String shell) throws IOException {
    Files.writeString(state.resolve("runner"), shell + "\n");
    return this;
  }

  /** Returns what it was asked to make and install. */
  public List<String> calls() throws IOException {
    Path calls = state.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** Forgets what it was asked for. */
  public void forget() throws IOException {
    Files.write(state.resolve("calls"), new byte[0]);
  }

  /** Returns the folder that its pip was last run in. */
  public Path pipFolder() throws IOException {
    return Path.of(Files.readString(state.resolve("pip-folder")).strip());
  }
}
