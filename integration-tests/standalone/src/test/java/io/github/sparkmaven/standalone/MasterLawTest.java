/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MasterLawTest {

  @ParameterizedTest
  @MethodSource("clusters")
  void isWhatTheMasterDoes(MasterCase question) throws InterruptedException {
    MasterLaw law = new MasterLaw(question);

    Granted granted = RealMaster.grant(question);

    OptionalInt driver = granted.driverWorker();
    if (question.driver().isEmpty() || law.driverPlaces().isEmpty()) {
      assertThat(driver).isEmpty();
    } else {
      assertThat(law.driverPlaces()).contains(driver.orElseThrow());
    }
    assertThat(granted.executors())
        .isEqualTo(law.executors(driver))
        .isBetween(law.fewestExecutors(), law.mostExecutors());
    assertThat(granted.perWorker().stream().mapToInt(Integer::intValue).toArray())
        .isEqualTo(law.perWorker(driver, order(law, granted)));
    assertThat(granted.workers())
        .allSatisfy(share -> assertThat(share).isEqualTo(of(question, share)));
  }

  static Stream<MasterCase> clusters() {
    return MasterCases.random(Integer.getInteger("proof.clusters", 15));
  }

  private static Granted.Share of(MasterCase question, Granted.Share share) {
    int executors = share.executors();
    return new Granted.Share(
        executors,
        executors * question.executorCores(),
        Math.toIntExact(executors * question.executorMib()));
  }

  /**
   * The order in which the master turned to the workers. Among workers of as many free cores it may
   * be any: so those first that are full, and then those that were given more than others.
   */
  private static List<Integer> order(MasterLaw law, Granted granted) {
    OptionalInt driver = granted.driverWorker();
    int[] capacities = law.capacities(driver);
    List<Integer> counts = granted.perWorker();
    return IntStream.range(0, capacities.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(place -> -law.freeCores(place, driver))
                .thenComparing(place -> counts.get(place) < capacities[place])
                .thenComparing(place -> -counts.get(place)))
        .toList();
  }
}
