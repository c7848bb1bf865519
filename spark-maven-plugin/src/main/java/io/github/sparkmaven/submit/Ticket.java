/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.Tag;
import java.nio.file.Path;

/**
 * The name of one submission, here and on the cluster.
 *
 * @param folder its own folder in the ledger's
 */
record Ticket(Tag tag, Path folder) {
  String id() {
    return tag.submission();
  }

  /** Returns where both outputs of spark-submit go. */
  Path log() {
    return folder.resolve("driver.log");
  }

  /** Returns where the driver's log is kept that the cluster has written. */
  Path clusterLog() {
    return folder.resolve("cluster-driver.log");
  }
}
