/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.problem;

/** The user's job failed, or nobody can tell how it ended; nothing that was given is at fault. */
public final class JobFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Tells all that a person needs: what happened, why, where the log is, what to do. */
  public JobFailedException(String message) {
    super(message);
  }
}
