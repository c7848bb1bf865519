/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The access to a file that may hold secrets. */
final class PrivateAccess {
  private PrivateAccess() {}

  static FileAttribute<Set<PosixFilePermission>> attribute() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }
}
