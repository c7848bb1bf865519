/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.unit.TimeLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseJvmTest {
  private static final List<String> NONE = List.of();
  private static final List<String> BIG = List.of("-Xmx3g");

  @Test
  void isSharedByCasesThatNeedTheSame() {
    PreparedCase a = prepared("a", DeclaredTests.Kind.JVM, NONE, false);
    PreparedCase b = prepared("b", DeclaredTests.Kind.JVM, BIG, false);
    PreparedCase c = prepared("c", DeclaredTests.Kind.JVM, NONE, false);

    assertThat(CaseJvm.of(List.of(a, b, c)))
        .containsExactly(
            new CaseJvm(new CaseJvm.Needs(DeclaredTests.Kind.JVM, NONE), List.of(a, c)),
            new CaseJvm(new CaseJvm.Needs(DeclaredTests.Kind.JVM, BIG), List.of(b)));
  }

  /** They stand on different Spark homes. */
  @Test
  void isNotSharedByJobsOfTheJvmAndOfPython() {
    PreparedCase a = prepared("a", DeclaredTests.Kind.JVM, NONE, false);
    PreparedCase b = prepared("b", DeclaredTests.Kind.PYTHON, NONE, false);
    PreparedCase c = prepared("c", DeclaredTests.Kind.PYTHON, NONE, false);

    assertThat(CaseJvm.of(List.of(a, b, c)))
        .containsExactly(
            new CaseJvm(new CaseJvm.Needs(DeclaredTests.Kind.JVM, NONE), List.of(a)),
            new CaseJvm(new CaseJvm.Needs(DeclaredTests.Kind.PYTHON, NONE), List.of(b, c)));
  }

  @Test
  void isOnesOwnWhereACaseAsksForIt() {
    PreparedCase a = prepared("a", DeclaredTests.Kind.PYTHON, NONE, false);
    PreparedCase b = prepared("b", DeclaredTests.Kind.PYTHON, NONE, true);

    assertThat(CaseJvm.of(List.of(a, b)).stream().map(CaseJvm::cases))
        .containsExactlyInAnyOrder(List.of(a), List.of(b));
  }

  private static PreparedCase prepared(
      String name, DeclaredTests.Kind kind, List<String> options, boolean alone) {
    return new PreparedCase(
        name, Map.of(), kind, options, alone, new TimeLimit(Duration.ofMinutes(1)));
  }
}
