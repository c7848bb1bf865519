/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Which of two layouts wins, by the list of docs/planning.md: the first difference decides. */
record CriteriaLaw(PlanFile plan, ClusterLaw cluster) {

  /** The figures of a layout that count. */
  record Figures(long cores, long heap, long gpus, long granted, long perNode) {}

  /**
   * A criterion in which two layouts differ.
   *
   * @param wins whether the first one is better
   * @param text the sentence with its figures, said of the worse one
   */
  record Difference(boolean wins, String text) {}

  private record Criterion(BigDecimal one, BigDecimal other, String ifOneLoses) {}

  /** Returns how the first layout compares with the second; nothing where they are equal. */
  Optional<Difference> compare(Figures one, Figures other) {
    List<Criterion> asLoser = criteria(one, other);
    List<Criterion> asWinner = criteria(other, one);
    for (int i = 0; i < asLoser.size(); i++) {
      int order = asLoser.get(i).one().compareTo(asLoser.get(i).other());
      if (order != 0) {
        String text = (order < 0 ? asLoser : asWinner).get(i).ifOneLoses();
        return Optional.of(new Difference(order > 0, text));
      }
    }
    return Optional.empty();
  }

  private List<Criterion> criteria(Figures lost, Figures won) {
    long fewest = Math.min(3, nodeCores());
    return List.of(
        goal(goodHeap(lost), goodHeap(won), heapText(lost)),
        goal(
            lost.cores() >= fewest,
            won.cores() >= fewest,
            lost.cores() + " cores an executor, under " + fewest),
        figure(lost.granted() * lost.gpus(), won.granted() * won.gpus(), "GPUs placed"),
        coresPlaced(lost, won),
        goal(lost.cores() <= 5, won.cores() <= 5, lost.cores() + " cores an executor, over 5"),
        goal(
            lost.heap() < 32 * 1024,
            won.heap() < 32 * 1024,
            "a heap of " + lost.heap() + " MiB loses compressed object pointers"),
        figure(lost.granted() * lost.heap(), won.granted() * won.heap(), "MiB of heap placed"),
        less(
            lost.cores(),
            won.cores(),
            "one lost executor costs " + lost.cores() + " cores, against " + won.cores()),
        less(
            lost.perNode(),
            won.perNode(),
            lost.perNode() + " executors a node, against " + won.perNode()));
  }

  private long nodeCores() {
    return cluster.nodes().stream().mapToLong(ClusterLaw.Nodes::cores).max().orElseThrow();
  }

  private long mibACore() {
    return cluster.memory() / cluster.cores() - plan.figure("workload/pythonWorkerMiB");
  }

  private long heapFloor() {
    return mibACore() >= 2560 ? 2048 : mibACore() / 2;
  }

  private boolean goodHeap(Figures layout) {
    return layout.heap() / layout.cores() >= heapFloor();
  }

  private String heapText(Figures lost) {
    String floor = mibACore() >= 2560 ? "2048" : "half of what the cluster has: " + leanFloor();
    String quotient = quotient(lost.heap(), lost.cores(), "MiB of heap", "cores");
    return quotient + " MiB a core, under " + floor;
  }

  private String leanFloor() {
    long worker = plan.figure("workload/pythonWorkerMiB");
    String python =
        worker == 0 ? "" : "; less " + worker + " of a Python worker leaves " + mibACore();
    String half = (mibACore() % 2 == 0 ? "; / 2 = " : "; / 2, rounded down = ") + heapFloor();
    return quotient(cluster.memory(), cluster.cores(), "MiB", "cores") + python + half;
  }

  private static String quotient(long whole, long by, String unit, String byUnit) {
    String rounded = whole % by == 0 ? "" : ", rounded down";
    return whole + " " + unit + " / " + by + " " + byUnit + rounded + " = " + whole / by;
  }

  private Criterion coresPlaced(Figures lost, Figures won) {
    long lostCores = lost.granted() * lost.cores();
    long wonCores = won.granted() * won.cores();
    Criterion plain = figure(lostCores, wonCores, "cores placed");
    if (!plan.is("cluster/manager", "kubernetes")) {
      return plain;
    }
    boolean unlike = lost.cores() > 5 != won.cores() > 5;
    return new Criterion(
        BigDecimal.valueOf(lostCores * (lost.cores() > 5 ? 95 : 100)),
        BigDecimal.valueOf(wonCores * (won.cores() > 5 ? 95 : 100)),
        plain.ifOneLoses() + (unlike ? "; in executors over 5 cores they count 95 %" : ""));
  }

  private static Criterion goal(boolean one, boolean other, String text) {
    return new Criterion(
        one ? BigDecimal.ONE : BigDecimal.ZERO, other ? BigDecimal.ONE : BigDecimal.ZERO, text);
  }

  private static Criterion figure(long one, long other, String unit) {
    return new Criterion(
        BigDecimal.valueOf(one),
        BigDecimal.valueOf(other),
        one + " " + unit + ", against " + other);
  }

  private static Criterion less(long one, long other, String text) {
    return new Criterion(BigDecimal.valueOf(-one), BigDecimal.valueOf(-other), text);
  }
}
