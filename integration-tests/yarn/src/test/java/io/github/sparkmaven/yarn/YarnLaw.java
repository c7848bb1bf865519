/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.util.List;

/** What a scheduler must grant, from its own source's rules; it shares no code with the plugin. */
final class YarnLaw {
  private final SchedulerCase given;
  private final long largestMib;
  private final long largestVcores;
  private final boolean coresCount;

  private YarnLaw(SchedulerCase given) {
    this.given = given;
    // ClusterNodeTracker.getMaxAllowedAllocation: no more than the largest node has, each resource
    // by itself.
    this.largestMib =
        Math.min(
            given.maximumMib(),
            given.nodes().stream().mapToInt(Node::memoryMib).max().orElseThrow());
    this.largestVcores =
        Math.min(
            given.maximumVcores(),
            given.nodes().stream().mapToInt(Node::vcores).max().orElseThrow());
    this.coresCount =
        given.scheduler() == Scheduler.FAIR || given.calculator() == Calculator.DOMINANT;
  }

  /** Returns what the job gets when its application master lands on the given node. */
  static Granted grant(SchedulerCase given, int amNode) {
    return new YarnLaw(given).run(amNode);
  }

  private Granted run(int amNode) {
    if (refused(given.am())) {
      return Granted.rejected(false, "refused");
    }
    Size am = container(given.am());
    Size queue = queue();
    Node first = given.nodes().get(amNode);
    if (!fits(am, Size.of(first)) || !fits(am, queue) || !amShareAllows(am)) {
      return Granted.waiting();
    }
    if (refused(given.executor())) {
      return Granted.rejected(true, "refused");
    }
    Size executor = container(given.executor());
    long places = 0;
    for (int node = 0; node < given.nodes().size(); node++) {
      Size free = Size.of(given.nodes().get(node));
      places += times(executor, node == amNode ? free.less(am) : free);
    }
    int granted = 0;
    Size used = am;
    while (granted < Math.min(given.executors(), places)
        && !aboveUserLimit(used)
        && fits(used.plus(executor), queue)) {
      granted++;
      used = used.plus(executor);
    }
    return granted == 0
        ? new Granted(true, 0, 0, 0, List.of(), "")
        : new Granted(true, granted, (int) executor.mib(), (int) executor.vcores(), List.of(), "");
  }

  // SchedulerUtils.checkResourceRequestAgainstAvailableResource: what was asked, not the rounded
  // size, and vcores under every calculator.
  private boolean refused(Ask ask) {
    return ask.mib() > largestMib || ask.vcores() > largestVcores;
  }

  private Size container(Ask ask) {
    return switch (given.scheduler()) {
      // DefaultResourceCalculator.normalize makes a resource of memory alone, which has 1 vcore;
      // DominantResourceCalculator.normalize rounds each; the step is the minimum.
      case CAPACITY ->
          new Size(
              rounded(ask.mib(), given.minimumMib(), given.minimumMib(), largestMib),
              given.calculator() == Calculator.DEFAULT
                  ? 1
                  : rounded(
                      ask.vcores(), given.minimumVcores(), given.minimumVcores(), largestVcores));
      // FairScheduler.getNormalizedResource: dominant whatever the policy; the step of vcores is 1.
      case FAIR ->
          new Size(
              rounded(ask.mib(), given.minimumMib(), given.incrementMib(), largestMib),
              rounded(ask.vcores(), given.minimumVcores(), 1, largestVcores));
    };
  }

  private static long rounded(long asked, long minimum, long step, long maximum) {
    long least = Math.max(asked, minimum);
    return Math.min((least + step - 1) / step * step, maximum);
  }

  private Size queue() {
    return switch (given.scheduler()) {
      case CAPACITY -> capacityQueue();
      case FAIR -> share(given.queueMaximumShare());
    };
  }

  private Size capacityQueue() {
    // AbstractCSQueue.updateEffectiveResources: cluster x share rounded down, the share a float.
    Size most = share(percentage(given.queueMaximumShare()));
    // AbstractParentQueue.getResourceLimitsOfChild: what the root leaves, in whole minimums.
    long step = given.minimumMib();
    long coreStep = Math.max(1, given.minimumVcores());
    return new Size(
        Math.min(most.mib(), given.clusterMib() / step * step),
        Math.min(most.vcores(), given.clusterVcores() / coreStep * coreStep));
  }

  // A limit that is looked at before a container, not with it: one container may go beyond it.
  private boolean aboveUserLimit(Size used) {
    if (given.scheduler() == Scheduler.FAIR) {
      return false;
    }
    // UsersManager.computeUserLimit: for one user with the limit factor 1 the queue's capacity,
    // or one minimum if the calculator finds that larger, rounded up to minimums.
    Size capacity = share(percentage(given.queueShare()));
    Size minimum = new Size(given.minimumMib(), given.minimumVcores());
    Size larger = isMore(minimum, capacity) ? minimum : capacity;
    Size limit =
        new Size(
            rounded(larger.mib(), 0, given.minimumMib(), Long.MAX_VALUE),
            rounded(larger.vcores(), 0, given.minimumVcores(), Long.MAX_VALUE));
    return isMore(used, limit);
  }

  private boolean isMore(Size one, Size other) {
    return coresCount ? compareByDominantShare(one, other) > 0 : one.mib() > other.mib();
  }

  // DominantResourceCalculator.compare: the larger shares, and where they are equal the smaller.
  private int compareByDominantShare(Size one, Size other) {
    int larger =
        Double.compare(
            Math.max(memoryShare(one), coreShare(one)),
            Math.max(memoryShare(other), coreShare(other)));
    return larger != 0
        ? larger
        : Double.compare(
            Math.min(memoryShare(one), coreShare(one)),
            Math.min(memoryShare(other), coreShare(other)));
  }

  private double memoryShare(Size size) {
    return (double) size.mib() / given.clusterMib();
  }

  private double coreShare(Size size) {
    return (double) size.vcores() / given.clusterVcores();
  }

  // CapacitySchedulerConfiguration reads percentages as floats.
  private static double percentage(double share) {
    return (float) (share * 100) / 100f;
  }

  private Size share(double part) {
    return new Size((long) (given.clusterMib() * part), (long) (given.clusterVcores() * part));
  }

  private boolean amShareAllows(Size am) {
    // AbstractLeafQueue.activateApplications skips the limit for a queue's only application.
    if (given.scheduler() == Scheduler.CAPACITY) {
      return true;
    }
    // FSLeafQueue.computeMaxAMResource: the queue's fair share, here all of its maximum.
    Size queue = queue();
    double part = (float) given.maximumAmShare();
    return am.mib() <= Math.ceil(queue.mib() * part)
        && am.vcores() <= Math.ceil(queue.vcores() * part);
  }

  private boolean fits(Size wanted, Size free) {
    return wanted.mib() <= free.mib() && (!coresCount || wanted.vcores() <= free.vcores());
  }

  private long times(Size wanted, Size free) {
    long byMemory = Math.max(0, free.mib()) / wanted.mib();
    long byCores = Math.max(0, free.vcores()) / wanted.vcores();
    return coresCount ? Math.min(byMemory, byCores) : byMemory;
  }

  private record Size(long mib, long vcores) {
    static Size of(Node node) {
      return new Size(node.memoryMib(), node.vcores());
    }

    Size plus(Size other) {
      return new Size(mib + other.mib, vcores + other.vcores);
    }

    Size less(Size other) {
      return new Size(mib - other.mib, vcores - other.vcores);
    }
  }
}
