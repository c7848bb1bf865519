/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

/** How far a submission is followed. */
public enum WaitFor {
  /** Not at all: the manager has accepted it. */
  ACCEPTED,
  /** Until its driver runs. */
  RUNNING,
  /** Until it has ended: its verdict is the build's. */
  END
}
