/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

import io.github.sparkmaven.plan.kubernetes.KubernetesCase.DaemonSets;
import io.github.sparkmaven.plan.kubernetes.KubernetesCase.Group;
import io.github.sparkmaven.tuning.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Kubernetes clusters and jobs drawn at random, the same ones in every build. */
final class KubernetesCases {
  private static final long SEED = 20261124;

  private final Random random = new Random(SEED);

  private KubernetesCases() {}

  static Stream<KubernetesCase> random(int count) {
    KubernetesCases cases = new KubernetesCases();
    return IntStream.range(0, count).mapToObj(number -> cases.next());
  }

  private KubernetesCase next() {
    List<Group> groups = new ArrayList<>();
    int count = random.nextInt(3) == 0 ? between(2, 4) : 1;
    // All with GPUs or none, or some: an executor asks for one where every machine has it.
    int gpus = random.nextInt(4) == 0 ? between(1, 4) : 0;
    boolean scales = random.nextInt(3) == 0;
    for (int i = 0; i < count; i++) {
      int most = between(1, 30);
      int least = !scales ? most : between(i == 0 ? 1 : 0, most);
      int cores = between(4, 96);
      groups.add(
          new Group(
              least,
              most,
              cores,
              Math.max(16 * 1024, cores * 1024L * between(2, 12)) + between(0, 1023),
              random.nextInt(8) == 0 ? 0 : gpus,
              random.nextInt(count == 1 ? 6 : 2) == 0));
    }
    return new KubernetesCase(
        groups,
        new DaemonSets(between(0, 900), between(0, 1500)),
        random.nextBoolean(),
        random.nextBoolean() ? Language.JVM : Language.PYTHON,
        random.nextBoolean() ? Map.of() : pins());
  }

  private Map<String, String> pins() {
    return switch (random.nextInt(9)) {
      case 0 -> Map.of("spark.executor.memory", "6g");
      case 1 -> Map.of("spark.executor.cores", "2");
      case 2 -> Map.of("spark.executor.memoryOverhead", "2g");
      case 3 -> Map.of("spark.executor.memoryOverheadFactor", "0.25");
      case 4 -> Map.of("spark.executor.pyspark.memory", "2g");
      case 5 -> Map.of("spark.driver.memory", "5g", "spark.driver.cores", "2");
      case 6 -> Map.of("spark.driver.memoryOverheadFactor", "0.3");
      case 7 -> Map.of("spark.dynamicAllocation.enabled", "true");
      default -> Map.of("spark.memory.offHeap.enabled", "true", "spark.memory.offHeap.size", "1g");
    };
  }

  private int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }
}
