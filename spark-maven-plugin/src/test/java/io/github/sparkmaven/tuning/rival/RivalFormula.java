/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import java.util.List;
import java.util.Optional;

/** A published rule that turns hardware into executors, written from its description. */
public interface RivalFormula {
  /**
   * All rules; those that ask for the memory of a machine once with the RAM and once with the
   * offer.
   */
  List<RivalFormula> ALL =
      List.of(
          new Calculators.Cloudera(Given.MACHINE),
          new Calculators.Cloudera(Given.OFFER),
          new Calculators.Scopt(Given.MACHINE),
          new Calculators.Scopt(Given.OFFER),
          new Calculators.Delijati(Given.MACHINE),
          new Calculators.Delijati(Given.OFFER),
          new Calculators.Datasherlock(),
          new Platforms.CloudTik(),
          new Platforms.Emr(),
          new Platforms.Dataproc(),
          new Platforms.Nvidia());

  /** Returns the rule's name. */
  String name();

  /** Returns what the rule asks for, or nothing where it does not apply or asks for nonsense. */
  Optional<Ask> ask(RivalCluster cluster);

  /** Which memory a user tells a rule that asks for the memory of a machine. */
  enum Given {
    /** The RAM. */
    MACHINE,
    /** What the manager hands out. */
    OFFER;

    long mib(RivalCluster cluster) {
      return this == MACHINE ? cluster.machineMib() : cluster.nodeMib();
    }

    long gib(RivalCluster cluster) {
      return mib(cluster) / 1024;
    }

    String suffix() {
      return this == MACHINE ? ", given the RAM" : ", given the offer";
    }
  }
}
