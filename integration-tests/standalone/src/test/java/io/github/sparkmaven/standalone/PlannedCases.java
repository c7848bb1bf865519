/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.standalone.PlannedCase.Group;
import io.github.sparkmaven.tuning.Language;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Declared clusters and jobs drawn at random, the same ones in every build. */
final class PlannedCases {
  // A build that fails by chance tells its user nothing. -Dproof.clusters=N searches further.
  private static final long SEED = 20261123;

  private final Random random = new Random(SEED);

  private PlannedCases() {}

  static Stream<PlannedCase> random(int count) {
    PlannedCases cases = new PlannedCases();
    // Every twelve cases hold each mixture of machines, deploy mode and pins or none.
    return IntStream.range(0, count).mapToObj(cases::next);
  }

  private PlannedCase next(int number) {
    List<Group> groups =
        number % 2 == 0
            ? List.of(group(between(1, 10)))
            : Stream.generate(() -> group(between(1, 4))).limit(between(2, 3)).toList();
    return new PlannedCase(
        groups,
        number / 2 % 2 == 0 ? DeployMode.CLIENT : DeployMode.CLUSTER,
        random.nextBoolean() ? Language.JVM : Language.PYTHON,
        number / 4 % 3 == 0 ? Map.of() : pins(groups),
        random.nextInt(4) > 0);
  }

  /** Memory that is no whole GiB, and of few different core counts, so that workers often tie. */
  private Group group(int nodes) {
    int cores = 4 * between(1, 8);
    return new Group(nodes, cores, Math.max(16, cores * between(2, 8)) * 1024L + between(0, 1023));
  }

  /** Small enough for the smallest worker, beside the driver. */
  private Map<String, String> pins(List<Group> groups) {
    int cores = groups.stream().mapToInt(group -> group.nodes() * group.cores()).sum();
    String few = "" + between(4, cores);
    return switch (random.nextInt(7)) {
      case 0 -> Map.of("spark.executor.memory", "10g");
      case 1 -> Map.of("spark.executor.cores", "2");
      case 2 -> Map.of("spark.cores.max", few);
      case 3 -> Map.of("spark.cores.max", few, "spark.executor.cores", "3");
      case 4 -> Map.of("spark.executor.instances", "" + between(1, cores));
      case 5 -> Map.of("spark.driver.memory", "5g", "spark.driver.cores", "2");
      default -> Map.of("spark.memory.offHeap.enabled", "true", "spark.memory.offHeap.size", "1g");
    };
  }

  private int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }
}
