/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.YarnRules;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the number of executors came about, with its numbers. */
record Places(Cluster cluster, Layout layout) {

  String text() {
    List<GroupPlaces> groups = layout.groups();
    boolean alike = groups.size() == 1;
    String terms =
        groups.stream().map(group -> term(group, alike)).collect(Collectors.joining(" + "));
    long all = meant();
    long missing = all - layout.requestedExecutors();
    String sum = alike && missing == 0 ? "" : " = " + all;
    return missing == 0 ? terms + sum : terms + (alike ? "" : sum) + less(missing);
  }

  private String less(long missing) {
    if (cluster.rules() instanceof YarnRules yarn && yarn.queue().isLimited()) {
      return String.format(
          Locale.ROOT,
          ", of which the queue's %s of the cluster holds %d",
          yarn.queue().share().toPlainString(),
          layout.requestedExecutors());
    }
    return String.format(
        Locale.ROOT,
        " - %d whose place the %s takes = %d",
        missing,
        layout.driver().name(),
        layout.requestedExecutors());
  }

  private static String term(GroupPlaces places, boolean alike) {
    return String.format(
        Locale.ROOT,
        "%d nodes%s x %d executors per node",
        places.group().nodes(),
        alike ? "" : " of " + places.group().name(),
        places.executorsPerNode());
  }

  private long meant() {
    return layout.groups().stream()
        .mapToLong(places -> (long) places.group().nodes() * places.executorsPerNode())
        .sum();
  }
}
