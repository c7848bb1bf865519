/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.sparkmaven.problem.InputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void takesAValueAsAWordOfItsOwnOrBehindAnEqualsSign() {
    Options options = Options.read(List.of("--master", "local[3]", "--timeout=2h"));

    assertThat(options.value("--master")).contains("local[3]");
    assertThat(options.value("--timeout")).contains("2h");
    assertThat(options.arguments()).isEmpty();
  }

  @Test
  void collectsSettingsWhoseValuesMayHoldEqualsSigns() {
    Options options =
        Options.read(List.of("--conf", "spark.a=-Dx=y", "--conf=spark.b=1", "--conf", "spark.c="));

    assertThat(options.conf())
        .containsExactly(entry("spark.a", "-Dx=y"), entry("spark.b", "1"), entry("spark.c", ""));
  }

  @Test
  void leavesWhatStandsBehindTwoHyphensToTheJob() {
    Options options = Options.read(List.of("--dry-run", "--", "--master", "", "--"));

    assertThat(options.dryRun()).isTrue();
    assertThat(options.values()).isEmpty();
    assertThat(options.arguments()).contains(List.of("--master", "", "--"));
  }

  @Test
  void namesEarlierSubmissionsOrNone() {
    assertThat(Options.read(List.of("--dry-run")).order()).isEmpty();
    assertThat(Options.read(List.of("--status")).order())
        .contains(new Order("--status", Optional.empty()));
    assertThat(Options.read(List.of("--kill", "all", "--master", "yarn")).order())
        .contains(new Order("--kill", Optional.of("all")));
    assertThat(Options.read(List.of("--kill=application_1_1")).order())
        .contains(new Order("--kill", Optional.of("application_1_1")));
    Options options = Options.read(List.of("--kill", "--master", "yarn"));
    assertThat(options.order()).contains(new Order("--kill", Optional.empty()));
    assertThat(options.value("--master")).contains("yarn");
  }

  @Test
  void refusesTwoOrdersAtOnce() {
    assertThatThrownBy(() -> Options.read(List.of("--status", "--kill")))
        .isInstanceOf(InputException.class)
        .hasMessage("--status, --kill: are given more than once. Give one of them, and once");
  }

  @Test
  void tellsOfAllThatItCannotRead() {
    assertThatThrownBy(
            () -> Options.read(List.of("job.jar", "--conf", "a=1", "--master=", "--timeout")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "4 problems:\n"
                + "  - job.jar: is no option. bin/submit --help tells them; arguments of the job"
                + " stand behind --\n"
                + "  - --conf: 'a=1' is no Spark setting. Give one as in --conf"
                + " spark.executor.memory=4g\n"
                + "  - --master: is empty. Give it a value, or leave it out\n"
                + "  - --timeout: has no value. Give one; bin/submit --help tells which");
  }
}
