/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

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
    assertThat(SecretKeys.matches(key)).isTrue();
    assertThat(new Setting(key, "x", Layer.JOB, "", "").secret()).isTrue();
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
    assertThat(SecretKeys.matches(key)).isFalse();
    assertThat(new Setting(key, "x", Layer.JOB, "", "").secret()).isFalse();
  }
}
