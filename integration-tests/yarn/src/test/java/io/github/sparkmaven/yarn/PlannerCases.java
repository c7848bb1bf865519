/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredMachines;
import io.github.sparkmaven.hardware.DeclaredYarn;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeRange;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Declared clusters and workloads drawn from a seed, the same ones in every build. */
final class PlannerCases {
  private static final int[] MINIMUMS = {1, 256, 512, 1024, 2048};
  private static final int[] CORES = {4, 8, 16, 16, 32, 48, 64};
  private static final String[] SHARES = {"0.05", "0.1", "0.25", "0.3", "0.5", "0.7", "0.9"};
  private static final String[] AM_SHARES = {"0.1", "0.25", "0.5", "0.75", "1"};

  private final Random random;
  private int mostCores;
  private int mostMib;

  private PlannerCases(long seed) {
    // Generators of neighbouring seeds begin alike.
    this.random = new Random(new SplittableRandom(seed).nextLong());
  }

  static Stream<PlannerCase> of(long seed, int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> new PlannerCases(seed * 1_000_003 + index).draw());
  }

  private PlannerCase draw() {
    boolean mixed = oneIn(3);
    Map<String, DeclaredMachines> groups = new TreeMap<>();
    int kinds = 2 + random.nextInt(3);
    for (int kind = 0; mixed && kind < kinds; kind++) {
      groups.put("g" + kind, machines(4));
    }
    DeclaredMachines machines = mixed ? DeclaredMachines.NOTHING : machines(8);
    DeployMode mode = random.nextBoolean() ? DeployMode.CLIENT : DeployMode.CLUSTER;
    DeclaredCluster cluster =
        new DeclaredCluster(
            Optional.of(Manager.YARN),
            Optional.empty(),
            Optional.of(mode),
            machines,
            groups,
            Optional.empty(),
            DeclaredCluster.NOTHING.reserved(),
            Optional.of(yarn(mixed)),
            Optional.empty(),
            Optional.empty());
    return new DrawnWorkload(random, mostCores, mostMib).on(cluster, mode);
  }

  private DeclaredMachines machines(int mostNodes) {
    int cores = oneIn(3) ? 3 + random.nextInt(62) : CORES[random.nextInt(CORES.length)];
    int mib = oneIn(4) ? 3072 + random.nextInt(1 << 18) : cores * 1024 * (1 + random.nextInt(8));
    if (random.nextBoolean()) {
      mib += random.nextInt(1024);
    }
    mostCores = Math.max(mostCores, cores);
    mostMib = Math.max(mostMib, mib);
    return new DeclaredMachines(
        Optional.of(NodeRange.of(1 + random.nextInt(mostNodes))),
        OptionalInt.of(cores),
        Optional.of(MemorySize.ofMebibytes(mib)),
        OptionalInt.empty(),
        false);
  }

  private DeclaredYarn yarn(boolean mixed) {
    boolean fair = random.nextInt(100) < 15;
    boolean offered = !mixed && oneIn(4);
    int minimum = minimum();
    return new DeclaredYarn(
        offered ? mib(mostMib - random.nextInt(mostMib / 4)) : Optional.empty(),
        offered ? OptionalInt.of(mostCores - random.nextInt(2)) : OptionalInt.empty(),
        mib(minimum),
        fair && random.nextBoolean() ? mib(minimum()) : Optional.empty(),
        maximum(minimum),
        oneIn(4) ? OptionalInt.of(2) : OptionalInt.empty(),
        oneIn(3) ? OptionalInt.of(2 + random.nextInt(mostCores)) : OptionalInt.empty(),
        Optional.of(
            random.nextBoolean() ? ResourceCalculator.DEFAULT : ResourceCalculator.DOMINANT),
        Optional.of(fair ? YarnScheduler.FAIR : YarnScheduler.CAPACITY),
        oneIn(2) ? share(AM_SHARES) : Optional.empty(),
        Optional.empty(),
        oneIn(3) ? Optional.of(queueShare()) : Optional.empty());
  }

  private Optional<MemorySize> maximum(int minimum) {
    return switch (random.nextInt(5)) {
      case 0 -> mib(mostMib * 2);
      case 1 -> mib(Math.max(minimum, mostMib / 3 + random.nextInt(mostMib / 2)));
      default -> Optional.empty();
    };
  }

  private BigDecimal queueShare() {
    return random.nextBoolean()
        ? share(SHARES).orElseThrow()
        : BigDecimal.valueOf(100 + random.nextInt(900), 3);
  }

  private Optional<BigDecimal> share(String[] shares) {
    return Optional.of(new BigDecimal(shares[random.nextInt(shares.length)]));
  }

  private int minimum() {
    return MINIMUMS[random.nextInt(MINIMUMS.length)];
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private static Optional<MemorySize> mib(int mebibytes) {
    return Optional.of(MemorySize.ofMebibytes(mebibytes));
  }
}
