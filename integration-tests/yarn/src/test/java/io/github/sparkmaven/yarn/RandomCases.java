/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clusters and jobs drawn from a seed, the same ones in every build. */
final class RandomCases {
  private static final int[] MINIMUMS = {1, 256, 512, 1024, 2048};
  private static final double[] SHARES = {1, 1, 1, 0.25, 0.3, 0.5, 0.7, 0.9};
  private static final double[] AM_SHARES = {0.1, 0.1, 0.25, 0.5, 1};

  private final Random random;

  private RandomCases(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the given number of cases for one scheduler. */
  static Stream<SchedulerCase> of(Scheduler scheduler, long seed, int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> new RandomCases(seed * 1_000_003 + index).draw(scheduler));
  }

  private SchedulerCase draw(Scheduler scheduler) {
    List<Node> nodes = nodes();
    int memory = nodes.stream().mapToInt(Node::memoryMib).max().orElseThrow();
    int vcores = nodes.stream().mapToInt(Node::vcores).max().orElseThrow();
    int minimum = MINIMUMS[random.nextInt(MINIMUMS.length)];
    double share = share();
    return new SchedulerCase(
        scheduler,
        random.nextBoolean() ? Calculator.DEFAULT : Calculator.DOMINANT,
        minimum,
        MINIMUMS[random.nextInt(MINIMUMS.length)],
        maximum(memory, minimum),
        random.nextInt(4) > 0 ? 1 : 2,
        random.nextInt(4) > 0 ? vcores : Math.max(2, vcores - 1),
        share,
        random.nextInt(3) > 0 ? share : share + (1 - share) * random.nextDouble(),
        AM_SHARES[random.nextInt(AM_SHARES.length)],
        nodes,
        am(),
        1 + random.nextInt(40),
        new Ask(executorMib(memory), 1 + random.nextInt(Math.min(8, vcores))));
  }

  /** The largest node's, less, or a site's default that no node reaches. */
  private int maximum(int memory, int minimum) {
    return switch (random.nextInt(4)) {
      case 0 -> Math.max(minimum, memory * 2 / 3);
      case 1 -> memory * 2;
      default -> memory;
    };
  }

  private List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    int kinds = random.nextInt(3) == 0 ? 2 : 1;
    for (int kind = 0; kind < kinds; kind++) {
      Node node = new Node(nodeMib(), 2 + random.nextInt(20));
      for (int count = 1 + random.nextInt(5); count > 0; count--) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  private int nodeMib() {
    int gib = 2048 + 1024 * random.nextInt(70);
    return random.nextBoolean() ? gib : gib + random.nextInt(1024);
  }

  private double share() {
    return random.nextInt(5) == 0
        ? 0.25 + 0.75 * random.nextDouble()
        : SHARES[random.nextInt(SHARES.length)];
  }

  /** The application master of client mode, or a driver of cluster mode. */
  private Ask am() {
    return random.nextBoolean()
        ? new Ask(896, 1)
        : new Ask((1 + random.nextInt(16)) * 1024 + 384 * random.nextInt(4), 1 + random.nextInt(8));
  }

  private int executorMib(int memory) {
    int parts = 1 + random.nextInt(8);
    return switch (random.nextInt(3)) {
      case 0 -> memory / parts;
      case 1 -> Math.max(1, memory / parts - random.nextInt(512));
      default -> 512 + random.nextInt(memory);
    };
  }
}
