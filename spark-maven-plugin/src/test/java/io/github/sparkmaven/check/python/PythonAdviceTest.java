/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.code.CodeRules;
import io.github.sparkmaven.python.SourceFacts;
import io.github.sparkmaven.python.SourceFacts.Advice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PythonAdviceTest {
  @Test
  void tellsWhatTheSourcesHoldAsFindings() {
    assertThat(PythonAdvice.findings(facts("cross-join"), Set.of()))
        .containsExactly(
            new Finding(
                CodeRules.CROSS_JOIN,
                new Place("src/job.py", Optional.of("job"), OptionalInt.of(7)),
                "it stands there",
                "do this"));
  }

  @Test
  void isContentWithACheckpointLocationThatTheJobIsSubmittedWith() {
    SourceFacts facts = facts("missing-checkpoint-location");

    assertThat(PythonAdvice.findings(facts, Set.of("spark.executor.memory"))).hasSize(1);
    assertThat(PythonAdvice.findings(facts, Set.of("spark.sql.streaming.checkpointLocation")))
        .isEmpty();
  }

  private static SourceFacts facts(String rule) {
    return new SourceFacts(
        List.of(),
        List.of(
            new Advice(rule, "src/job.py", "job", OptionalInt.of(7), "it stands there", "do this")),
        List.of());
  }
}
