/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final Redaction COMMON = Redaction.of(LayeredConf.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.ssl.keyStorePassword",
        "spark.hadoop.fs.s3a.access.key",
        "spark.hadoop.fs.s3a.accesskey",
        "spark.hadoop.fs.s3a.secret.key",
        "spark.hadoop.fs.s3a.session.token",
        "spark.acme.API_KEY",
        "spark.acme.api-key",
        "spark.acme.apikey",
        "spark.acme.privateKey",
        "spark.acme.private_key",
        "spark.acme.passphrase",
        "spark.acme.dbPasswd",
        "spark.hadoop.hadoop.security.CREDENTIAL.provider.path"
      })
  void knowsASecretByItsName(String key) {
    assertThat(COMMON.hides(setting(key, "x"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.executor.memory",
        "spark.sql.shuffle.partitions",
        "spark.kryo.registrator",
        "spark.driver.extraClassPath"
      })
  void letsOrdinaryKeysBeShown(String key) {
    assertThat(COMMON.hides(setting(key, "x"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Djavax.net.ssl.trustStorePassword=x",
        "jdbc:postgresql://user:x@host/db",
      })
  void knowsASecretWithinAValue(String value) {
    assertThat(COMMON.hides(setting("spark.driver.extraJavaOptions", value))).isTrue();
  }

  @Test
  void obeysTheUsersOwnRegexBesideTheCommonNames() {
    Redaction own =
        Redaction.of(
            LayeredConf.empty()
                .with(Layer.PLUGIN, Map.of("spark.redaction.regex", "(?i)mycode"), ""));

    assertThat(own.hides(setting("spark.acme.myCode", "x"))).isTrue();
    assertThat(own.hides(setting("spark.acme.password", "x"))).isTrue();
    assertThat(own.hides(setting("spark.redaction.regex", "(?i)mycode"))).isFalse();
    assertThat(COMMON.hides(setting("spark.acme.myCode", "x"))).isFalse();
  }

  @Test
  void refusesARegexThatIsNone() {
    LayeredConf conf =
        LayeredConf.empty().with(Layer.PLUGIN, Map.of("spark.redaction.regex", "(secret"), "");

    assertThatThrownBy(() -> Redaction.of(conf))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("spark.redaction.regex: '(secret' is no regular expression");
  }

  @Test
  void hidesWhatFollowsAnOptionOfSuchAName() {
    assertThat(COMMON.hidesArgument("--password", "x")).isTrue();
    assertThat(COMMON.hidesArgument("", "--password=x")).isTrue();
    assertThat(COMMON.hidesArgument("", "jdbc://u:p@host/db")).isTrue();
    assertThat(COMMON.hidesArgument("", "--password")).isFalse();
    assertThat(COMMON.hidesArgument("--k", "2")).isFalse();
    assertThat(COMMON.hidesArgument("password", "")).isFalse();
  }

  private static Setting setting(String key, String value) {
    return new Setting(key, value, Layer.JOB, "", "");
  }
}
