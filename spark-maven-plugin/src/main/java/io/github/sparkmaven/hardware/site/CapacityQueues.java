/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The queues of the Capacity Scheduler.
 *
 * <p>Source: {@code CapacitySchedulerConfiguration}, {@code AbstractCSQueue} and {@code
 * UsersManager} of hadoop-yarn-server-resourcemanager. A queue's capacity and maximum capacity are
 * percents of its parent's; a weight ({@code 3w}) shares the parent's capacity among the siblings;
 * {@code [memory=…,vcores=…]} is an amount.
 */
final class CapacityQueues {
  static final String PREFIX = "yarn.scheduler.capacity.";
  static final String AM_SHARE = "maximum-am-resource-percent";
  private static final String ROOT = "root";
  private static final Pattern PERCENT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)%?");
  private static final Pattern WEIGHT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)w");
  private static final Pattern AMOUNT = Pattern.compile("\\[.*]");
  private static final Pattern AMOUNT_MEMORY =
      Pattern.compile("\\[(?:.*,)?\\s*memory\\s*=\\s*([0-9]{1,15})\\s*(?:,.*)?]");

  private final SiteReader reader;
  private final Optional<Long> clusterMib;
  private final List<String> notes = new ArrayList<>();

  /**
   * Prepares to read queues.
   *
   * @param clusterMib the cluster's memory, with which an amount becomes a share
   */
  CapacityQueues(SiteReader reader, Optional<Long> clusterMib) {
    this.reader = reader;
    this.clusterMib = clusterMib;
  }

  /** Returns the full names of all queues that have no children. */
  List<String> leaves() {
    List<String> found = new ArrayList<>();
    collect(ROOT, found);
    return found;
  }

  private void collect(String path, List<String> found) {
    List<String> children = reader.names(PREFIX + path + ".queues");
    if (children.isEmpty() && !path.equals(ROOT)) {
      found.add(path);
    }
    for (String child : children) {
      collect(path + "." + child, found);
    }
  }

  /** Returns what a leaf queue may take. */
  QueueLimits limits(String path) {
    Shares shares = Shares.ALL;
    for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      int end = path.indexOf('.', dot + 1);
      shares =
          child(shares, path.substring(0, dot), path.substring(0, end < 0 ? path.length() : end));
    }
    String prefix = PREFIX + path + ".";
    // CapacitySchedulerConfiguration: DEFAULT_USER_LIMIT_FACTOR 1, DEFAULT_USER_LIMIT 100
    Optional<Double> factor =
        reader.number("userLimitFactor", prefix + "user-limit-factor", -1, Double.MAX_VALUE);
    Optional<Double> pressed =
        reader.number("minimumUserLimitPercent", prefix + "minimum-user-limit-percent", 0, 100);
    Optional<Double> masters = reader.number("maximumAmShare", prefix + AM_SHARE, 0, 1);
    return new QueueLimits(
        path,
        shares.own().map(CapacityQueues::rounded),
        shares.most().map(CapacityQueues::rounded),
        usable(shares, factor.orElse(1.0)).map(CapacityQueues::rounded),
        factor,
        pressed,
        masters.or(() -> reader.number("maximumAmShare", PREFIX + AM_SHARE, 0, 1)),
        Optional.empty(),
        Optional.empty(),
        reader.sources(),
        notes);
  }

  /**
   * Returns the share that one user can reach: {@code UsersManager.computeUserLimit} cuts at the
   * queue's capacity x user-limit-factor, and only at the maximum capacity where the factor is -1
   * or the queue has no capacity of its own.
   */
  private static Optional<Double> usable(Shares shares, double factor) {
    return shares
        .most()
        .flatMap(
            most ->
                shares
                    .own()
                    .map(own -> factor < 0 || own == 0 ? most : Math.min(most, own * factor)));
  }

  /** Percents multiplied in binary would not equal the share that a user writes. */
  private static double rounded(double share) {
    return Math.rint(share * 1e6) / 1e6;
  }

  private Shares child(Shares parent, String parentPath, String path) {
    return new Shares(own(parent, parentPath, path), most(parent, path));
  }

  private Optional<Double> own(Shares parent, String parentPath, String path) {
    Optional<Source> source = reader.find(PREFIX + path + ".capacity");
    if (source.isEmpty()) {
      notes.add(path + " states no " + PREFIX + path + ".capacity: its share is not known");
      return Optional.empty();
    }
    reader.cite("capacity", source.get());
    Matcher weight = WEIGHT.matcher(source.get().value());
    return weight.matches()
        ? weighed(parent, parentPath, Double.parseDouble(weight.group(1)))
        : share(source.get(), parent.own());
  }

  private Optional<Double> most(Shares parent, String path) {
    Optional<Source> source = reader.find(PREFIX + path + ".maximum-capacity");
    // CapacitySchedulerConfiguration.MAXIMUM_CAPACITY_VALUE: -1 stands for 100 percent
    if (source.isEmpty() || Pattern.matches("-1(?:\\.0*)?", source.get().value())) {
      return parent.most();
    }
    reader.cite("maximumCapacity", source.get());
    return share(source.get(), parent.most())
        .flatMap(share -> parent.most().map(most -> Math.min(most, share)));
  }

  private Optional<Double> share(Source source, Optional<Double> ofParent) {
    Matcher percent = PERCENT.matcher(source.value());
    if (percent.matches() && Double.parseDouble(percent.group(1)) <= 100) {
      return ofParent.map(share -> share * Double.parseDouble(percent.group(1)) / 100);
    }
    if (AMOUNT.matcher(source.value()).matches()) {
      return amount(source);
    }
    reader.refuse(
        source, "Give percents from 0 to 100, a weight as in 3w, or [memory=MiB,vcores=N]");
    return Optional.empty();
  }

  private Optional<Double> amount(Source source) {
    Matcher memory = AMOUNT_MEMORY.matcher(source.value());
    Optional<Double> share =
        memory.matches()
            ? clusterMib.map(all -> Math.min(1, Double.parseDouble(memory.group(1)) / all))
            : Optional.empty();
    if (share.isEmpty()) {
      notes.add(
          source
              + (memory.matches()
                  ? ", an amount that is no share until the cluster's memory is known"
                  : ", which names no memory in MiB and so is no share that we can work out"));
    }
    return share;
  }

  private Optional<Double> weighed(Shares parent, String parentPath, double weight) {
    double all = 0;
    for (String sibling : reader.names(PREFIX + parentPath + ".queues")) {
      Optional<Source> source = reader.find(PREFIX + parentPath + "." + sibling + ".capacity");
      Matcher other = WEIGHT.matcher(source.map(Source::value).orElse(""));
      all += other.matches() ? Double.parseDouble(other.group(1)) : 0;
    }
    double sum = all;
    return parent.own().map(share -> sum == 0 ? 0 : share * weight / sum);
  }

  /**
   * A queue's shares of the whole cluster.
   *
   * @param own its capacity
   * @param most its maximum capacity
   */
  private record Shares(Optional<Double> own, Optional<Double> most) {
    static final Shares ALL = new Shares(Optional.of(1.0), Optional.of(1.0));
  }
}
