/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class JvmStateTest {
  @Test
  void putsBackAndTellsWhatAJobChanged() {
    System.setProperty("acme.mode", "before");
    JvmState state = JvmState.now();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();

    System.setProperty("acme.mode", "changed");
    System.setProperty("acme.new", "x");
    System.setProperty("spark.app.name", "x");
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));

    assertThat(state.restore())
        .containsExactly(
            "it changed system properties: acme.mode",
            "it changed the default locale to tr_TR",
            "it changed the default time zone to Asia/Kolkata");
    assertThat(System.getProperty("acme.mode")).isEqualTo("before");
    assertThat(System.getProperty("acme.new")).isNull();
    assertThat(System.getProperty("spark.app.name")).isNull();
    assertThat(Locale.getDefault()).isEqualTo(locale);
    assertThat(TimeZone.getDefault()).isEqualTo(zone);
    System.clearProperty("acme.mode");
  }

  @Test
  void saysNothingWhereNothingChanged() {
    assertThat(JvmState.now().restore()).isEmpty();
  }
}
