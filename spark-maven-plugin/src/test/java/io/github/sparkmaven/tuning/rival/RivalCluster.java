/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import java.util.Locale;

/**
 * A cluster as the rivals' formulas and the {@link Placer} see it; it shares no code with the
 * planner.
 *
 * @param kind the manager, and how it counts
 * @param nodes how many machines there are
 * @param machineCores cores that one machine has
 * @param machineMib memory that one machine has
 * @param nodeMillicores what the manager hands out on one machine, in thousandths of a core
 * @param nodeMib memory that the manager hands out on one machine
 * @param minimumAllocationMib containers are rounded up to a multiple of this; YARN only
 * @param amMib what the application master asks for; 0 where there is none
 */
public record RivalCluster(
    Kind kind,
    int nodes,
    int machineCores,
    long machineMib,
    long nodeMillicores,
    long nodeMib,
    long minimumAllocationMib,
    long amMib) {

  /** A manager, and how it counts. */
  public enum Kind {
    /** YARN with the DefaultResourceCalculator: memory alone. */
    YARN_DEFAULT,
    /** YARN with the DominantResourceCalculator: memory and vcores. */
    YARN_DOMINANT,
    /** Kubernetes: requests of memory and CPU. */
    KUBERNETES,
    /** Standalone: heaps and cores. */
    STANDALONE;

    /** Says whether it is YARN, which needs a container for the application master. */
    public boolean isYarn() {
      return this == YARN_DEFAULT || this == YARN_DOMINANT;
    }

    /** Returns the manager's name as it is written in the POM. */
    String manager() {
      return isYarn() ? "yarn" : name().toLowerCase(Locale.ROOT);
    }

    /** Returns the resource calculator's name as it is written in the POM; YARN only. */
    String calculator() {
      return this == YARN_DOMINANT ? "dominant" : "default";
    }

    /** Returns the name that results show. */
    String label() {
      return isYarn() ? "yarn, " + calculator() + " calculator" : manager();
    }
  }

  /** Returns the whole cores that the manager hands out on one machine. */
  public int nodeCores() {
    return (int) (nodeMillicores / 1000);
  }

  /**
   * Returns the heap a core below which layouts are not compared: 2 GiB where a node has that for
   * every core that it hands out, overhead of 10 % included where the manager counts it; else 0.
   */
  public long heapFloorMib() {
    long heaps = nodeCores() * 2048L;
    return nodeMib >= (kind == Kind.STANDALONE ? heaps : heaps + heaps / 10) ? 2048 : 0;
  }
}
