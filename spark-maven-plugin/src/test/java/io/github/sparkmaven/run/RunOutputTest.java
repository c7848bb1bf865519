/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunOutputTest {
  private static final String INFO = "25/11/26 13:52:24 INFO SparkContext: Running Spark";

  private final Heard heard = new Heard();
  private final StringWriter file = new StringWriter();
  private final RunOutput output =
      new RunOutput(Set.of("Job"), false, new PrintWriter(file, true), heard);

  @Test
  void keepsSparksChatterForTheFile() {
    output.line(INFO);
    output.line("Using Spark's default log4j profile: org/apache/spark/log4j2-defaults.properties");

    assertThat(heard.lines()).isEmpty();
    assertThat(file.toString()).startsWith(INFO + System.lineSeparator());
  }

  @Test
  void showsWarningsAndWhatTheJobPrints() {
    output.line("25/11/26 13:52:24 WARN Utils: x");
    output.line("on standard error");
    output.line("25/11/26 13:52:24 INFO Job: 10 rows read");
    output.line("25/11/26 13:52:24 INFO JobRunner: y");

    assertThat(heard.lines())
        .containsExactly(
            "25/11/26 13:52:24 WARN Utils: x",
            "on standard error",
            "25/11/26 13:52:24 INFO Job: 10 rows read");
  }

  @Test
  void showsAllWhereItIsVerbose() {
    new RunOutput(Set.of(), true, new PrintWriter(file, true), heard).line(INFO);

    assertThat(heard.lines()).containsExactly(INFO);
  }

  @Test
  void tellsTheAddressOfTheUi() {
    output.line("\u0001context\tlocal%5B2%5D\thttp%3A%2F%2F127.0.0.1%3A4040");

    assertThat(heard.lines()).containsExactly("info Spark UI: http://127.0.0.1:4040");
    assertThat(output.isContextMade()).isTrue();
    assertThat(file.toString()).isEmpty();
  }

  @Test
  void saysNothingOfAUiThatIsOff() {
    output.line("\u0001context\tlocal%5B2%5D\t");

    assertThat(heard.lines()).isEmpty();
  }

  @Test
  void warnsOfAMasterOfTheProgramsOwn() {
    output.line("\u0001context\tspark%3A%2F%2Fm%3A7077\t");

    assertThat(heard.lines())
        .containsExactly(
            "warn The program itself sets the master spark://m:7077, which stands above every setting:"
                + " it runs there, not in local mode. Leave the master to the environment");
  }

  @Test
  void takesAnEventBehindALineThatIsNotEnded() {
    output.line("half a line\u0001failed\tjava.lang.IllegalStateException%3A+boom");

    assertThat(heard.lines()).containsExactly("half a line");
    assertThat(output.cause()).contains("java.lang.IllegalStateException: boom");
  }

  @Test
  void passesOverAnEventThatIsTorn() {
    output.line("\u0001failed\t%zz");
    output.line("\u0001context");

    assertThat(output.cause()).isEmpty();
    assertThat(heard.lines()).isEmpty();
  }
}
