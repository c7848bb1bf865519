/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that is known of a submission when it is judged.
 *
 * @param timedOut whether it was ended because its time was up
 * @param left what could not be ended then, each with the command that does
 * @param exitCode of spark-submit, unless it was not started by us
 * @param facts what spark-submit printed
 * @param report what the manager says
 */
record Evidence(
    Target target,
    WaitFor waitFor,
    boolean timedOut,
    List<String> left,
    OptionalInt exitCode,
    DriverFacts facts,
    Optional<ApplicationReport> report) {
  /** A shell adds the signal's number to it. */
  private static final int SIGNALS = 128;

  /** Copies the list. */
  Evidence {
    left = List.copyOf(left);
  }

  /** Says whether a signal ended a driver on this machine, so that it has tidied up nothing. */
  boolean driverWasKilled() {
    return !target.driverInCluster() && exitCode.orElse(0) > SIGNALS;
  }

  /** Returns the evidence with other facts. */
  Evidence with(DriverFacts others) {
    return new Evidence(target, waitFor, timedOut, left, exitCode, others, report);
  }

  /** Returns the evidence with what could not be ended. */
  Evidence leaving(List<String> those) {
    return new Evidence(target, waitFor, timedOut, those, exitCode, facts, report);
  }
}
