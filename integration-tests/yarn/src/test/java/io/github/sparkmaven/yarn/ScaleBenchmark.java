/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import com.sun.management.ThreadMXBean;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.tuning.Layout;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures placings or a plan and prints each as a line; {@code
 * integration-tests/src/benchmark/scale.sh} makes a page of them.
 *
 * <p>A plan is measured in a JVM of its own, for its first is cold. Placings follow one on a
 * cluster of {@value #WARM_UP_NODES} nodes of which nothing is told.
 */
final class ScaleBenchmark {
  private static final int RUNS = 50;
  private static final int WARM_UP_NODES = 300;

  private ScaleBenchmark() {}

  /**
   * Takes {@code place SCHEDULER CALCULATOR EXECUTORS_PER_HEARTBEAT NODES...}, or {@code plan
   * GROUPS NODES}.
   */
  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "place" -> place(List.of(arguments));
      case "plan" -> plan(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    // Threads of a ResourceManager outlive its end.
    System.exit(0);
  }

  private static void place(List<String> words) throws Exception {
    Scheduler scheduler = Scheduler.valueOf(words.get(1).toUpperCase(Locale.ROOT));
    Calculator calculator = Calculator.valueOf(words.get(2).toUpperCase(Locale.ROOT));
    int perHeartbeat = Integer.parseInt(words.get(3));
    ScaleRun.of(ScaleCluster.mixed(WARM_UP_NODES, scheduler, calculator), 0, perHeartbeat);
    for (String nodes : words.subList(4, words.size())) {
      PlannerCase cluster = ScaleCluster.mixed(Integer.parseInt(nodes), scheduler, calculator);
      ScaleRun run = ScaleRun.of(cluster, 0, perHeartbeat);
      System.out.println(
          "measured " + String.join(" ", words.subList(0, 4)) + " " + nodes + " " + line(run));
    }
  }

  private static String line(ScaleRun run) {
    Layout layout = run.plan().tuning().layout();
    Placing placing = run.placing();
    return String.format(
        Locale.ROOT,
        "asked=%d planned=%d granted=%d as_planned=%s cores=%d container_mib=%d cores_placed=%.6f"
            + " memory_placed=%.6f rounds=%d heartbeats=%d seconds=%.3f cpu_seconds=%.3f",
        run.asked().executors(),
        layout.grantedExecutors(),
        placing.granted().executors(),
        run.asPlanned(),
        run.asked().executor().vcores(),
        placing.granted().containerMib(),
        run.coresPlaced(),
        run.memoryPlaced(),
        placing.rounds(),
        placing.heartbeats(),
        placing.seconds(),
        placing.cpuSeconds());
  }

  private static void plan(int groups, int nodes) {
    PlannerCase cluster = ScaleCluster.grouped(nodes, groups);
    Cost cold = Cost.of(cluster);
    IntStream.range(0, RUNS).forEach(run -> Cost.of(cluster));
    Cost warm =
        IntStream.range(0, RUNS)
            .mapToObj(run -> Cost.of(cluster))
            .sorted(Comparator.comparingLong(Cost::cpuNanos))
            .toList()
            .get(RUNS / 2);
    System.out.printf(
        "measured plan %d %d %s %s%n", groups, nodes, cold.line("cold_"), warm.line("warm_"));
  }

  /** What one plan cost the thread that made it. */
  private record Cost(long nanos, long cpuNanos, long bytes) {
    static Cost of(PlannerCase cluster) {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long bytes = threads.getCurrentThreadAllocatedBytes();
      long cpu = threads.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      Planning.plan(cluster.request());
      return new Cost(
          System.nanoTime() - clock,
          threads.getCurrentThreadCpuTime() - cpu,
          threads.getCurrentThreadAllocatedBytes() - bytes);
    }

    String line(String name) {
      return String.format(
          Locale.ROOT,
          "%1$sseconds=%2$.6f %1$scpu_seconds=%3$.6f %1$sbytes=%4$d",
          name,
          nanos / 1e9,
          cpuNanos / 1e9,
          bytes);
    }
  }
}
