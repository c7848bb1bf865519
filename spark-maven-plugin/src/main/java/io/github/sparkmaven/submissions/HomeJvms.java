/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import java.util.Optional;

/** Tells how JVMs with a manager's client classes are run. */
@FunctionalInterface
public interface HomeJvms {

  /**
   * Returns how; nothing is looked for or made yet.
   *
   * @param ofLedger the Spark that the submission was made with, for a project that shows none
   */
  HomeJvm of(Manager manager, Optional<SparkVersion> ofLedger);
}
