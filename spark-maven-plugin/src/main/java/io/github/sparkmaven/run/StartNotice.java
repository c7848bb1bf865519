/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import java.time.Duration;

/** Says once that a job has made no context for a while. */
final class StartNotice {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RunRequest request;
  private final RunOutput output;
  private final RunListener listener;
  private final long start;
  private boolean told;

  /**
   * Begins to wait.
   *
   * @param start the nanoseconds of now
   */
  StartNotice(RunRequest request, RunOutput output, RunListener listener, long start) {
    this.request = request;
    this.output = output;
    this.listener = listener;
    this.start = start;
  }

  /**
   * Looks whether there is something to say.
   *
   * @return true: the job goes on in any case
   */
  boolean look(long now) {
    if (!told
        && now - start >= PATIENCE.toNanos()
        && !output.isContextMade()
        && request.options().debugPort().isEmpty()) {
      told = true;
      listener.info(
          "No Spark context after "
              + PATIENCE.toSeconds()
              + " s; what Spark does is in "
              + request.log());
    }
    return true;
  }
}
