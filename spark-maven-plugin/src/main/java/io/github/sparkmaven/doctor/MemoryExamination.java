/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.tuning.DriverLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Holds the memory that a driver on this machine asks for against what there is. */
record MemoryExamination(DoctorRequest request, Surroundings surroundings) implements Examination {
  private static final String ID = "memory";
  private static final String FIX =
      "Give the driver less (workload/driverMemory, or cluster/memory in local mode), or the machine"
          + " more";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() {
    MemoryFigures figures = MemoryFigures.read(surroundings.root());
    OptionalLong most = figures.most();
    if (most.isEmpty()) {
      return List.of(
          Finding.note(
              ID,
              "the memory of this machine is not known",
              "Its kernel tells it by other means than Linux."));
    }
    Optional<DriverLayout> driver =
        request
            .project()
            .plan()
            .filter(plan -> request.project().drivesHere())
            .map(plan -> plan.tuning().layout().driver());
    return List.of(
        driver.isEmpty()
            ? Finding.ok(ID, there(figures))
            : judge(driver.get(), figures, most.getAsLong()));
  }

  private Finding judge(DriverLayout driver, MemoryFigures figures, long most) {
    long needed = driver.heapMib() + driver.overheadMib();
    String what =
        "the driver's JVM asks for "
            + needed
            + " MiB (heap "
            + driver.heapMib()
            + ", beside it "
            + driver.overheadMib()
            + "); "
            + there(figures);
    if (driver.heapMib() > most) {
      return Finding.error(ID, what, killed(figures), FIX);
    }
    if (needed > most || needed > figures.available().orElse(Long.MAX_VALUE)) {
      return Finding.warning(ID, what, killed(figures), FIX);
    }
    long together = needed + request.build().mavenHeapMib();
    if (together > most) {
      return Finding.warning(
          ID,
          what + "; Maven's own JVM may have " + request.build().mavenHeapMib() + " MiB beside it",
          killed(figures),
          "Give Maven less, as with export MAVEN_OPTS=-Xmx512m or in .mvn/jvm.config");
    }
    return Finding.ok(ID, what);
  }

  private static String killed(MemoryFigures figures) {
    return figures.isLimited()
        ? "The container ends the JVM when it is full: Killed, exit code 137."
        : "The kernel ends a process when memory is full (Killed, exit code 137), or the machine"
            + " swaps and is slow.";
  }

  private static String there(MemoryFigures figures) {
    StringBuilder text = new StringBuilder();
    if (figures.isLimited()) {
      text.append("the container may have ").append(figures.limit().getAsLong()).append(" MiB, ");
    }
    figures
        .total()
        .ifPresent(total -> text.append("the machine has ").append(total).append(" MiB"));
    figures
        .available()
        .ifPresent(free -> text.append(", ").append(free).append(" of them available"));
    figures.swap().ifPresent(swap -> text.append(", and ").append(swap).append(" MiB of swap"));
    return text.toString();
  }
}
