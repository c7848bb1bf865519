/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A case where only what matters is said; the rest is YARN's default on the talk's cluster. */
final class CaseBuilder {
  private final Scheduler scheduler;
  private final Calculator calculator;
  private int minimumMib = 1024;
  private int incrementMib = 1024;
  private int maximumMib = 1 << 20;
  private int minimumVcores = 1;
  private int maximumVcores = 128;
  private double share = 1;
  private double maximumShare = 1;
  private double amShare = 0.1;
  private List<Node> nodes = Collections.nCopies(6, new Node(62464, 15));
  private Ask am = new Ask(896, 1);

  private CaseBuilder(Scheduler scheduler, Calculator calculator) {
    this.scheduler = scheduler;
    this.calculator = calculator;
  }

  static CaseBuilder of(Scheduler scheduler, Calculator calculator) {
    return new CaseBuilder(scheduler, calculator);
  }

  CaseBuilder nodes(Node... given) {
    nodes = Arrays.asList(given);
    return this;
  }

  /** Sets the minimum, which is the Fair Scheduler's increment as well. */
  CaseBuilder minimum(int mib, int vcores) {
    minimumMib = mib;
    incrementMib = mib;
    minimumVcores = vcores;
    return this;
  }

  CaseBuilder increment(int mib) {
    incrementMib = mib;
    return this;
  }

  CaseBuilder maximum(int mib, int vcores) {
    maximumMib = mib;
    maximumVcores = vcores;
    return this;
  }

  CaseBuilder queue(double capacity, double maximum) {
    share = capacity;
    maximumShare = maximum;
    return this;
  }

  CaseBuilder am(int mib, int vcores) {
    am = new Ask(mib, vcores);
    return this;
  }

  CaseBuilder amShare(double part) {
    amShare = part;
    return this;
  }

  SchedulerCase executors(int count, int mib, int vcores) {
    return new SchedulerCase(
        scheduler,
        calculator,
        minimumMib,
        incrementMib,
        maximumMib,
        minimumVcores,
        maximumVcores,
        share,
        maximumShare,
        amShare,
        nodes,
        am,
        count,
        new Ask(mib, vcores));
  }
}
