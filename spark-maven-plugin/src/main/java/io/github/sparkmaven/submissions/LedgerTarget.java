/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.ledger.Intent;
import io.github.sparkmaven.problem.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads from the ledger where a submission went, whatever the POM says by now. */
final class LedgerTarget {
  private LedgerTarget() {}

  /**
   * Returns the target.
   *
   * @param current where the current plan would submit to: its credentials are used for the same
   *     master, and for no other, because the ledger holds none
   */
  static Optional<Target> of(Intent intent, Optional<Target> current) {
    Optional<Manager> manager =
        Arrays.stream(Manager.values())
            .filter(known -> known.label().equals(intent.manager()))
            .findFirst();
    return manager.map(
        known -> new Target(known, intent.master(), mode(intent), conf(intent, known, current)));
  }

  /** Returns the Spark that it was submitted with. */
  static Optional<SparkVersion> spark(Intent intent) {
    try {
      return Optional.of(new SparkVersion(intent.sparkVersion(), intent.scalaVersion()));
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  private static DeployMode mode(Intent intent) {
    return intent.deployMode().equals(DeployMode.CLUSTER.label())
        ? DeployMode.CLUSTER
        : DeployMode.CLIENT;
  }

  private static LayeredConf conf(Intent intent, Manager manager, Optional<Target> current) {
    List<Setting> credentials =
        current
            .filter(target -> target.manager() == manager)
            .filter(target -> target.master().equals(intent.master()))
            .map(LedgerTarget::credentials)
            .orElse(List.of());
    return LayeredConf.empty()
        .with(credentials)
        .with(Layer.COMMAND_LINE, intent.settings(), "the ledger");
  }

  private static List<Setting> credentials(Target target) {
    Redaction redaction = Redaction.of(target.conf());
    return target.conf().effective().stream().filter(redaction::hides).toList();
  }
}
