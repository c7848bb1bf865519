/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.local.LocalProcesses.LocalProcess;
import java.util.Locale;
import java.util.Optional;

/**
 * A submission that is still alive.
 *
 * @param id its own name, or the manager's where the cluster keeps no tag
 * @param report what the cluster says of it
 * @param process its spark-submit on this machine
 * @param content the digest of what it runs, where that is known
 */
record EarlierSubmission(
    String id,
    Optional<ApplicationReport> report,
    Optional<LocalProcess> process,
    Optional<String> content) {

  /** Returns it in words. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(id);
    report.ifPresent(
        known ->
            text.append(" (")
                .append(known.id())
                .append(", ")
                .append(known.state().name().toLowerCase(Locale.ROOT))
                .append(known.since().map(since -> " since " + since).orElse(""))
                .append(known.ui().map(ui -> ", " + ui).orElse(""))
                .append(')'));
    process.ifPresent(known -> text.append(" (process ").append(known.pid()).append(')'));
    return text.toString();
  }
}
