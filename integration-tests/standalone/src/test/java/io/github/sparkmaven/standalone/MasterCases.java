/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import io.github.sparkmaven.standalone.MasterCase.Driver;
import io.github.sparkmaven.standalone.MasterCase.Worker;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Clusters and applications drawn at random, the same ones in every build. */
final class MasterCases {
  // A build that fails by chance tells its user nothing. -Dproof.clusters=N searches further.
  private static final long SEED = 20261122;

  private final Random random = new Random(SEED);

  private MasterCases() {}

  static Stream<MasterCase> random(int count) {
    MasterCases cases = new MasterCases();
    return IntStream.range(0, count).mapToObj(number -> cases.next(number % 2 == 0));
  }

  private MasterCase next(boolean homogeneous) {
    int count = between(1, 10);
    List<Worker> workers =
        homogeneous
            ? Collections.nCopies(count, worker())
            : Stream.generate(this::worker).limit(count).toList();
    int cores = workers.stream().mapToInt(Worker::cores).sum();
    int executorCores = between(1, 8);
    int few = executorCores * between(1, 2 * count) + between(0, executorCores - 1);
    return new MasterCase(
        workers,
        random.nextBoolean() ? cores : few,
        executorCores,
        random.nextBoolean() ? between(512, 12_000) : wholePart(workers.get(0).memoryMib()),
        random.nextBoolean(),
        random.nextBoolean() ? Optional.of(driver()) : Optional.empty());
  }

  private Worker worker() {
    // Few different core counts, so that workers often tie.
    return new Worker(4 * between(1, 8), between(2, 64) * 1024 + between(0, 1023));
  }

  private Driver driver() {
    return new Driver(between(1, 8), between(512, 16_000));
  }

  /** A heap that fills a worker to the last, so that a driver of any size displaces one. */
  private int wholePart(int memoryMib) {
    return memoryMib / between(1, 8);
  }

  private int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }
}
