/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.trust.ClusterLaw.Place;

/**
 * The driver by docs/planning.md: 2g of heap, max(floor(0.10 x heap), 384 MiB) of overhead, and the
 * place that it or its application master takes.
 */
record DriverLaw(PlanFile plan) {
  private static final String WORKLOAD = "workload/";

  private boolean isInside() {
    return plan.is("cluster/deployMode", "cluster");
  }

  long heap() {
    return plan.mebibytes(WORKLOAD + "driverMemory").orElse(2048L);
  }

  long cores() {
    return plan.whole(WORKLOAD + "driverCores").orElse(1L);
  }

  long overhead() {
    boolean pythonPod =
        plan.is("cluster/manager", "kubernetes") && plan.is(WORKLOAD + "language", "python");
    double factor =
        plan.decimal(WORKLOAD + "driverMemoryOverheadFactor")
            .map(Number::doubleValue)
            .orElse(pythonPod ? 0.4 : 0.1);
    // Spark itself multiplies here, as doubles.
    return plan.mebibytes(WORKLOAD + "driverMemoryOverhead")
        .orElseGet(() -> Math.max((long) (factor * heap()), 384));
  }

  /** Returns what the manager is asked for. */
  Place request() {
    boolean inside = isInside();
    return switch (plan.text("cluster/manager").orElseThrow()) {
      case "standalone" -> inside ? new Place(heap(), cores(), 0) : new Place(0, 0, 0);
      case "kubernetes" -> inside ? new Place(heap() + overhead(), cores(), 0) : new Place(0, 0, 0);
      case "yarn" -> inside ? new Place(heap() + overhead(), cores(), 0) : master();
      default -> new Place(0, 0, 0);
    };
  }

  private Place master() {
    long heap = plan.mebibytes(WORKLOAD + "amMemory").orElse(512L);
    long overhead =
        plan.mebibytes(WORKLOAD + "amMemoryOverhead")
            .orElseGet(() -> Math.max((long) (0.1 * heap), 384));
    return new Place(heap + overhead, plan.whole(WORKLOAD + "amCores").orElse(1L), 0);
  }

  /** Returns what the manager sets aside. */
  Place onCluster() {
    return onCluster(new YarnRounding(plan));
  }

  Place onCluster(YarnRounding yarn) {
    Place request = request();
    return plan.is("cluster/manager", "yarn")
        ? new Place(yarn.memory(request.mib()), yarn.vcores(request.cores()), 0)
        : request;
  }
}
