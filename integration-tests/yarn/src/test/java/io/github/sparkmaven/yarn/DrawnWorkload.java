/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.tuning.DriverPins;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.LayoutPins;
import io.github.sparkmaven.tuning.MemoryPins;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Draws a workload with or without pins. */
final class DrawnWorkload {
  private final Random random;
  private final int mostCores;
  private final int mostMib;
  private final Map<String, String> conf = new HashMap<>();

  DrawnWorkload(Random random, int mostCores, int mostMib) {
    this.random = random;
    this.mostCores = mostCores;
    this.mostMib = mostMib;
  }

  PlannerCase on(DeclaredCluster cluster, DeployMode mode) {
    Language language = random.nextBoolean() ? Language.JVM : Language.PYTHON;
    LayoutPins layout = random.nextInt(5) < 2 ? layout() : LayoutPins.NONE;
    MemoryPins memory = memory(language);
    if (mode == DeployMode.CLIENT && oneIn(4)) {
      conf.put("spark.yarn.am.memory", 512 * (1 + random.nextInt(6)) + "m");
      conf.put("spark.yarn.am.cores", String.valueOf(1 + random.nextInt(3)));
      if (random.nextBoolean()) {
        conf.put("spark.yarn.am.memoryOverhead", 128 * (1 + random.nextInt(6)) + "m");
      }
    }
    // There is no element of the POM for it.
    layout
        .executorInstances()
        .ifPresent(count -> conf.put("spark.executor.instances", String.valueOf(count)));
    if (layout.executorsPerNode().isEmpty() && oneIn(20)) {
      conf.put("spark.dynamicAllocation.enabled", "true");
    }
    Workload workload =
        Workload.of(language)
            .with(
                withoutNumber(layout),
                memory,
                mode == DeployMode.CLUSTER ? driver() : DriverPins.NONE);
    return new PlannerCase(cluster, workload, conf);
  }

  private LayoutPins layout() {
    return new LayoutPins(
        oneIn(3) ? OptionalInt.of(1 + random.nextInt(8)) : OptionalInt.empty(),
        oneIn(3) ? OptionalInt.of(1 + random.nextInt(120)) : OptionalInt.empty(),
        oneIn(2)
            ? OptionalInt.of(1 + random.nextInt(Math.min(8, mostCores - 1)))
            : OptionalInt.empty(),
        oneIn(2) ? mib(500 + random.nextInt(mostMib / 2)) : Optional.empty(),
        OptionalInt.empty());
  }

  private static LayoutPins withoutNumber(LayoutPins pins) {
    return new LayoutPins(
        pins.executorsPerNode(),
        OptionalInt.empty(),
        pins.executorCores(),
        pins.executorMemory(),
        pins.coresMax());
  }

  private MemoryPins memory(Language language) {
    boolean python = language == Language.PYTHON;
    return new MemoryPins(
        oneIn(4) ? Optional.of(BigDecimal.valueOf(5 + random.nextInt(30), 2)) : Optional.empty(),
        oneIn(12) ? mib(384 + random.nextInt(4096)) : Optional.empty(),
        Optional.empty(),
        oneIn(6) ? mib(256 * (1 + random.nextInt(8))) : Optional.empty(),
        python && oneIn(3) ? mib(128 * (1 + random.nextInt(12))) : Optional.empty(),
        python && oneIn(4),
        Optional.empty());
  }

  private DriverPins driver() {
    return new DriverPins(
        oneIn(4) ? Optional.empty() : mib(1024 * (1 + random.nextInt(16))),
        oneIn(4) ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(8)),
        oneIn(8) ? mib(384 + random.nextInt(2048)) : Optional.empty(),
        Optional.empty(),
        DriverPins.ApplicationMaster.NONE);
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private static Optional<MemorySize> mib(int mebibytes) {
    return Optional.of(MemorySize.ofMebibytes(mebibytes));
  }
}
