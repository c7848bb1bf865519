/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Wheels among the Python files that go along with a job. */
public final class Wheel {
  private static final String SUFFIX = ".whl";

  private Wheel() {}

  /**
   * Returns a copy of a local wheel that is named as a zip; whatever is no local wheel stays as it
   * is.
   *
   * @param folder where the copy is put
   * @throws InputException if it holds native code, which cannot be imported out of a zip
   */
  public static String asZip(String file, Path folder) {
    Path wheel = Path.of(file);
    if (!file.endsWith(SUFFIX) || !Files.isRegularFile(wheel)) {
      return file;
    }
    String name = String.valueOf(wheel.getFileName());
    // PEP 427: name-version[-build]-python-abi-platform.whl
    if (!name.endsWith("-none-any" + SUFFIX)) {
      throw new InputException(
          "submit/pyFiles",
          "'" + file + "' holds native code, which Python cannot import out of a zip",
          "Put it into requirements.txt and send the environment along with"
              + " <packEnvironment>true</packEnvironment>");
    }
    Path zip = folder.resolve(name.substring(0, name.length() - SUFFIX.length()) + ".zip");
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, ".", ".tmp");
      Files.copy(wheel, temporary, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          temporary, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return zip.toString();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write " + zip + ": " + e, e);
    }
  }
}
