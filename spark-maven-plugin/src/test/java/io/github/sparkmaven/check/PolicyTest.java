/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
  private static final Rule RULE = new Rule("a-rule", Severity.WARNING, "It", "That");
  private static final Finding OF_CLASS =
      new Finding(
          RULE,
          new Place("target/job.jar", Optional.of("com.acme.Job"), OptionalInt.of(7)),
          "is so",
          "Mend it");
  private static final Finding OF_ENTRY =
      new Finding(RULE, Place.of("target/job.jar!/com/google/common"), "is so", "Mend it");

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "com.acme.Job", "com.acme.*", "*.Job", "target/job.jar", "job.jar", "*.jar"})
  void suppressesByClassOrFile(String pattern) {
    assertThat(new Suppression("a-rule", pattern).covers(OF_CLASS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.google.common", "com.google*", "com/google/*", "target/job.jar", "*!/com*"})
  void suppressesByTheEntryOfAJar(String pattern) {
    assertThat(new Suppression("a-rule", pattern).covers(OF_ENTRY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.acme", "com.acme.Jo", "com?acme?Job", "COM.ACME.JOB", "target/*.war"})
  void takesAPatternForTheWholeName(String pattern) {
    assertThat(new Suppression("a-rule", pattern).covers(OF_CLASS)).isFalse();
  }

  @Test
  void suppressesOneRuleAlone() {
    assertThat(new Suppression("another", "*").covers(OF_CLASS)).isFalse();
  }

  @Test
  void givesFindingsTheSeverityOfThePom() {
    assertThat(judge(Map.of())).containsExactly(new Judged(OF_CLASS, Severity.WARNING, false));
    assertThat(judge(Map.of("a-rule", Optional.of(Severity.NOTE))))
        .containsExactly(new Judged(OF_CLASS, Severity.NOTE, false));
    assertThat(judge(Map.of("a-rule", Optional.empty()))).isEmpty();
  }

  @Test
  void failsOnWhatIsAsGraveOrGraver() {
    Policy policy = new Policy(Optional.of(Severity.WARNING), Map.of(), List.of());

    assertThat(policy.failsOn(Severity.ERROR)).isTrue();
    assertThat(policy.failsOn(Severity.WARNING)).isTrue();
    assertThat(policy.failsOn(Severity.NOTE)).isFalse();
    assertThat(new Policy(Optional.empty(), Map.of(), List.of()).failsOn(Severity.ERROR)).isFalse();
  }

  @Test
  void tellsOfSuppressionsThatSuppressNothing() {
    Suppression used = new Suppression("a-rule", "com.acme.*");
    Suppression idle = new Suppression("a-rule", "org.*");
    Policy policy = new Policy(Optional.empty(), Map.of(), List.of(used, idle));

    assertThat(policy.idle(List.of(OF_CLASS))).containsExactly(idle);
    assertThat(policy.judge(List.of(OF_CLASS)))
        .containsExactly(new Judged(OF_CLASS, Severity.WARNING, true));
  }

  private static List<Judged> judge(Map<String, Optional<Severity>> severities) {
    return new Policy(Optional.empty(), severities, List.of()).judge(List.of(OF_CLASS));
  }
}
