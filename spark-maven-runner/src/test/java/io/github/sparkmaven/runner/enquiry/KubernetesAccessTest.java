/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KubernetesAccessTest {

  @Test
  void asksAMasterWithoutASchemeOverTlsAsSparkDoes() {
    assertThat(KubernetesAccess.url("k8s://api.acme:6443")).isEqualTo("https://api.acme:6443");
    assertThat(KubernetesAccess.url("k8s://https://api.acme")).isEqualTo("https://api.acme");
    assertThat(KubernetesAccess.url("k8s://http://127.0.0.1:8001"))
        .isEqualTo("http://127.0.0.1:8001");
  }
}
