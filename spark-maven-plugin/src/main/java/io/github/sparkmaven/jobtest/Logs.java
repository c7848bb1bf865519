/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;

/** How the files are opened that get what forked JVMs print. */
final class Logs {
  private Logs() {}

  static OpenOption[] options(boolean append) {
    return new OpenOption[] {
      StandardOpenOption.CREATE,
      append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
      StandardOpenOption.WRITE
    };
  }
}
