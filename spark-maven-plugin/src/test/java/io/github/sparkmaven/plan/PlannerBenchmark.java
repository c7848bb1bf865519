/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.ClusterExample;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * How long a plan takes; run by {@code -Dtest=PlannerBenchmark} only, for no other name of a test
 * looks like this.
 *
 * <p>Clusters of 5 groups that differ in cores and memory a core. Cold is the first plan of a JVM
 * of its own, class loading included; warm is the median of {@value #RUNS}.
 */
final class PlannerBenchmark {
  private static final int RUNS = 50;
  private static final List<Integer> NODES = List.of(10, 100, 1000, 10_000, 100_000);
  private static final List<String> MANAGERS = List.of("yarn", "kubernetes", "standalone");
  private static final List<Integer> CORES = List.of(8, 16, 32, 64, 96);
  private static final List<Integer> GIB_PER_CORE = List.of(8, 4, 6, 2, 4);
  private static final double MOST_MILLIS_AT_10_000 = 20;

  /** Plans once, and prints how long it took: takes the manager and the number of nodes. */
  public static void main(String[] arguments) {
    PlanExample request = request(arguments[0], Integer.parseInt(arguments[1]));
    System.out.println(millis(time(request)));
  }

  @Test
  void takesNoLongerForMoreNodes() throws IOException, InterruptedException {
    System.out.println("| manager | nodes | cold, ms | warm, ms |\n|---|---|---|---|");
    for (String manager : MANAGERS) {
      double few = measure(manager, NODES.get(0));
      for (int nodes : NODES.subList(1, NODES.size())) {
        double warm = measure(manager, nodes);
        assertThat(warm).isLessThan(Math.max(MOST_MILLIS_AT_10_000, 3 * few));
      }
    }
  }

  private static double measure(String manager, int nodes)
      throws IOException, InterruptedException {
    PlanExample request = request(manager, nodes);
    LongStream.range(0, RUNS).forEach(run -> time(request));
    double warm =
        millis(LongStream.range(0, RUNS).map(run -> time(request)).sorted().toArray()[RUNS / 2]);
    System.out.printf(
        Locale.ROOT, "| %s | %,d | %.0f | %.2f |%n", manager, nodes, cold(manager, nodes), warm);
    return warm;
  }

  private static double cold(String manager, int nodes) throws IOException, InterruptedException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PlannerBenchmark.class.getName(),
                manager,
                "" + nodes)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jvm.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return Double.parseDouble(output.trim());
  }

  private static PlanExample request(String manager, int nodes) {
    ClusterExample cluster = ClusterExample.ofManager(manager);
    if (manager.equals("yarn")) {
      cluster = cluster.with("yarn/resourceCalculator", "dominant");
    }
    for (int group = 0; group < CORES.size(); group++) {
      int cores = CORES.get(group);
      cluster =
          cluster.withGroup(
              "group" + group,
              "" + nodes / CORES.size(),
              cores,
              cores * GIB_PER_CORE.get(group) + "g");
    }
    return PlanExample.on(cluster);
  }

  private static long time(PlanExample example) {
    PlanRequest request = example.request();
    // Of this thread alone: what else the machine does is not to be measured.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Planning.plan(request);
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
