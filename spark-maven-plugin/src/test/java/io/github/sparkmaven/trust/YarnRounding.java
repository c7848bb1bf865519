/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.trust.ExecutorLaw.Executor;

/**
 * What YARN makes of a request: max(request, minimum) rounded up to the increment, at most the
 * maximum.
 *
 * @param plan holds the scheduler's figures
 * @param calculator the Capacity Scheduler's
 */
record YarnRounding(PlanFile plan, String calculator) {
  private static final String YARN = "cluster/yarn/";

  YarnRounding(PlanFile plan) {
    this(plan, plan.text(YARN + "resourceCalculator").orElse(""));
  }

  YarnRounding dominant() {
    return new YarnRounding(plan, "dominant");
  }

  boolean isFair() {
    return plan.is(YARN + "scheduler", "fair");
  }

  boolean countsVcores() {
    return isFair() || calculator.equals("dominant");
  }

  long minimumMib() {
    return plan.figure(YARN + "minimumAllocationMiB");
  }

  long incrementMib() {
    return plan.figure(YARN + "incrementAllocationMiB");
  }

  long maximumMib() {
    return plan.figure(YARN + "maximumAllocationMiB");
  }

  long minimumVcores() {
    return plan.figure(YARN + "minimumVcores");
  }

  long maximumVcores() {
    return plan.figure(YARN + "maximumVcores");
  }

  long memory(long request) {
    return within(up(Math.max(request, minimumMib()), incrementMib()), request, maximumMib());
  }

  /** Returns the vcores that count; 0 where none do. */
  long vcores(long cores) {
    if (!countsVcores()) {
      return 0;
    }
    long step = isFair() ? 1 : Math.max(1, minimumVcores());
    return within(up(Math.max(cores, minimumVcores()), step), cores, maximumVcores());
  }

  boolean accepts(Executor executor) {
    return executor.request() <= maximumMib() && executor.cores() <= maximumVcores();
  }

  private static long within(long rounded, long request, long maximum) {
    return request <= maximum ? Math.min(rounded, maximum) : rounded;
  }

  private static long up(long value, long step) {
    return value % step == 0 ? value : (value / step + 1) * step;
  }
}
