/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.problem;

import org.jspecify.annotations.Nullable;

/** The machine, the network or a file is at fault, not the user's input or job. */
public final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Tells what could not be done, in a sentence that ends with what to look at. */
  public EnvironmentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
