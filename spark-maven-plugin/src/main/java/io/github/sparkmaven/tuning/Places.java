/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the number of executors came about, with its numbers. */
record Places(Cluster cluster, Layout layout) {

  String text() {
    boolean alike = layout.groups().size() == 1;
    String terms =
        layout.groups().stream()
            .map(group -> term(group, alike))
            .collect(Collectors.joining(" + "));
    long all = meant();
    long missing = all - layout.requestedExecutors();
    return terms + " = " + all + (missing == 0 ? "" : less(missing));
  }

  /**
   * Returns how the number of cores in all came about.
   *
   * @param pinned whether the number of executors is
   */
  String coresText(boolean pinned) {
    return String.format(
        Locale.ROOT,
        "%s; %d executors x %d cores = %d",
        pinned ? "the executors' number is pinned" : text(),
        layout.requestedExecutors(),
        layout.size().cores(),
        (long) layout.requestedExecutors() * layout.size().cores());
  }

  private String less(long missing) {
    return new Placement(cluster, layout.driver())
        .queueText(layout.size())
        .map(text -> "; " + text)
        .orElseGet(
            () ->
                String.format(
                    Locale.ROOT,
                    " - %d whose place the %s takes = %d",
                    missing,
                    layout.driver().name(),
                    layout.requestedExecutors()));
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
