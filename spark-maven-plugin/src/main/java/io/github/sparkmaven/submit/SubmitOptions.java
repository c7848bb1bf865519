/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.unit.TimeLimit;
import java.util.Optional;

/**
 * How a submission is followed.
 *
 * @param timeout how long it may take before it is ended
 * @param proxyUser whom the job runs as
 */
public record SubmitOptions(
    WaitFor waitFor, Optional<TimeLimit> timeout, OnRunning onRunning, Optional<String> proxyUser) {
  /** Follows to the end, without a limit, unless an earlier one is alive. */
  public static final SubmitOptions DEFAULT =
      new SubmitOptions(WaitFor.END, Optional.empty(), OnRunning.FAIL, Optional.empty());
}
