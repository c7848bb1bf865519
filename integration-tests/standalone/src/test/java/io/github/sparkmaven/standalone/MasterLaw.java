/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import io.github.sparkmaven.standalone.MasterCase.Driver;
import io.github.sparkmaven.standalone.MasterCase.Worker;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a standalone master grants to the first application of an idle cluster, worked out rather
 * than asked: the rules of Spark's Master.scala (schedule, canLaunchDriver,
 * startExecutorsOnWorkers, scheduleExecutorsOnWorkers), the same in 3.5.5 and 4.1.0 with their
 * default settings.
 *
 * <p>A worker has cores and memory. An executor takes {@code spark.executor.cores} and {@code
 * spark.executor.memory} of one worker, and nothing for its overhead, off-heap or Python memory; a
 * driver of cluster mode takes {@code spark.driver.cores} and {@code spark.driver.memory} alike,
 * and comes first. The application has {@code spark.cores.max / spark.executor.cores} executors,
 * the remainder being lost, or as many as the workers hold.
 *
 * @param question the cluster, and what is submitted to it
 */
record MasterLaw(MasterCase question) {

  /** Returns the workers that the driver may land on: of those that hold it, any. */
  List<Integer> driverPlaces() {
    return IntStream.range(0, question.workers().size())
        .filter(place -> holdsDriver(question.workers().get(place)))
        .boxed()
        .toList();
  }

  /** Returns how many executors fewer a worker holds beside the driver. */
  int displaced(int driverPlace) {
    Worker worker = question.workers().get(driverPlace);
    return capacity(worker) - capacity(beside(worker));
  }

  /** Returns how many executors are granted, given where the driver is, if anywhere. */
  int executors(OptionalInt driverPlace) {
    if (question.driver().isPresent() && driverPlace.isEmpty()) {
      return 0;
    }
    int wanted = question.coresMax() / question.executorCores();
    return Math.min(wanted, Arrays.stream(capacities(driverPlace)).sum());
  }

  /** Returns the fewest executors that any place of the driver leaves. */
  int fewestExecutors() {
    return places().mapToInt(this::executors).min().orElse(0);
  }

  /** Returns the most executors that any place of the driver leaves. */
  int mostExecutors() {
    return places().mapToInt(this::executors).max().orElse(0);
  }

  /**
   * Returns the executors of each worker.
   *
   * @param driverPlace where the driver is
   * @param order the workers in the order in which the master turns to them: those with more free
   *     cores first; among equals, Spark promises nothing
   */
  int[] perWorker(OptionalInt driverPlace, List<Integer> order) {
    int[] capacities = capacities(driverPlace);
    int[] counts = new int[capacities.length];
    int left = executors(driverPlace);
    int largest = Arrays.stream(capacities).max().orElse(0);
    // Spread out, every worker is given one executor a round; otherwise one round fills them.
    int step = question.spreadOut() ? 1 : largest;
    for (int round = step; left > 0; round += step) {
      for (int place : order) {
        int more = Math.min(left, Math.min(round, capacities[place]) - counts[place]);
        counts[place] += more;
        left -= more;
      }
    }
    return counts;
  }

  /** Returns the cores of a worker that the driver has left. */
  int freeCores(int place, OptionalInt driverPlace) {
    return free(place, driverPlace).cores();
  }

  /** Returns how many executors each worker holds. */
  int[] capacities(OptionalInt driverPlace) {
    return IntStream.range(0, question.workers().size())
        .map(place -> capacity(free(place, driverPlace)))
        .toArray();
  }

  private Stream<OptionalInt> places() {
    return question.driver().isEmpty()
        ? Stream.of(OptionalInt.empty())
        : driverPlaces().stream().map(OptionalInt::of);
  }

  private Worker free(int place, OptionalInt driverPlace) {
    Worker worker = question.workers().get(place);
    return driverPlace.equals(OptionalInt.of(place)) ? beside(worker) : worker;
  }

  private Worker beside(Worker worker) {
    return question
        .driver()
        .map(
            driver ->
                new Worker(
                    worker.cores() - driver.cores(), worker.memoryMib() - driver.memoryMib()))
        .orElse(worker);
  }

  private int capacity(Worker worker) {
    long byMemory = worker.memoryMib() / question.executorMib();
    return (int) Math.min(byMemory, worker.cores() / question.executorCores());
  }

  private boolean holdsDriver(Worker worker) {
    return question.driver().filter(driver -> holds(worker, driver)).isPresent();
  }

  private static boolean holds(Worker worker, Driver driver) {
    return worker.cores() >= driver.cores() && worker.memoryMib() >= driver.memoryMib();
  }
}
