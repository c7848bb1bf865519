/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.ledger.Intent;
import io.github.sparkmaven.ledger.Submission;
import io.github.sparkmaven.process.HostName;
import java.util.Optional;

/**
 * The machine that a submission was made on, where it is not this one. A ledger may be shared or
 * copied, and a process that is not seen here then need not have ended.
 */
record OtherHost(String name, Optional<Long> process) {

  /** Returns it; nothing where it is this machine, or a page of an earlier version does not say. */
  static Optional<OtherHost> of(Submission page) {
    return Optional.of(page.intent())
        .flatMap(Intent::host)
        .filter(host -> !HostName.here().equals(Optional.of(host)))
        .map(host -> new OtherHost(host, page.outcome().process()));
  }

  /** Returns why nothing is known of the process. */
  String unseen() {
    return process.map(pid -> "its process " + pid).orElse("its process")
        + " is one of the machine "
        + name
        + ", and cannot be seen from here";
  }

  /** Returns why it cannot be ended, and what ends it. */
  String left() {
    return unseen() + process.map(pid -> "; end it there with: kill " + pid).orElse("");
  }
}
