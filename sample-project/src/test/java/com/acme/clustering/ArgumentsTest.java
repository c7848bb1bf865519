package com.acme.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A unit test: needs no Spark, so surefire runs it in the test phase. */
class ArgumentsTest {
  @Test
  void readsArgumentsInAnyOrder() {
    assertThat(Arguments.parse("--output", "out", "--k", "2", "--input", "in.csv"))
        .isEqualTo(new Arguments("in.csv", 2, Optional.of("out")));
  }

  @Test
  void leavesOutputEmptyByDefault() {
    assertThat(Arguments.parse("--k", "2", "--input", "in.csv").output()).isEmpty();
  }

  @Test
  void saysWhatIsWrongAndWhatIsExpected() {
    rejects("--input is missing", "--k", "2");
    rejects("--k is missing", "--input", "in.csv");
    rejects("--k needs a value", "--input", "in.csv", "--k");
    rejects("unknown argument '--n'", "--n", "2");
    rejects("--k must be a whole number of at least 2, but is 'two'", "--input", "a", "--k", "two");
    rejects("--k must be a whole number of at least 2, but is '1'", "--input", "a", "--k", "1");
  }

  private static void rejects(String problem, String... args) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(args))
        .withMessage(problem + "; usage: Clustering --input <csv> --k <n> [--output <dir>]");
  }
}
