/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster;

/** What a manager says of an application. */
public enum ApplicationState {
  /** Accepted, and waiting for resources. */
  WAITING,
  /** Its driver runs. */
  RUNNING,
  /** It ended well. */
  SUCCEEDED,
  /** It failed. */
  FAILED,
  /** Somebody ended it. */
  KILLED,
  /** The manager answers, and there is no trace of it: somebody has removed it. */
  GONE,
  /** Nobody can tell: the manager cannot be reached, or has lost sight of it. */
  UNKNOWN;

  /** Says whether the application has ended, and it is known how. */
  public boolean ended() {
    return this == SUCCEEDED || this == FAILED || this == KILLED;
  }

  /** Says whether it is known how the application stands, or how it ended. */
  public boolean known() {
    return alive() || ended();
  }

  /** Says whether the application is known to be alive. */
  public boolean alive() {
    return this == WAITING || this == RUNNING;
  }
}
