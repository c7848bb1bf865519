/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class KubernetesAccessTest {

  @Test
  void asksAMasterWithoutASchemeOverTlsAsSparkDoes() {
    assertThat(KubernetesAccess.url("k8s://api.acme:6443")).isEqualTo("https://api.acme:6443");
    assertThat(KubernetesAccess.url("k8s://https://api.acme")).isEqualTo("https://api.acme");
    assertThat(KubernetesAccess.url("k8s://http://127.0.0.1:8001"))
        .isEqualTo("http://127.0.0.1:8001");
  }

  @Test
  void tellsAClosedConnectionFromAnApiThatIsNotThere() {
    assertThat(closed(new IOException("Connection was closed"))).isTrue();
    assertThat(closed(new IOException("unexpected end of stream on http://api"))).isTrue();
    assertThat(closed(new ConnectException("Connection refused"))).isFalse();
    assertThat(
            KubernetesAccess.connectionWasClosed(
                new KubernetesClientException("Connection reset", 500, null)))
        .isFalse();
  }

  private static boolean closed(Exception cause) {
    return KubernetesAccess.connectionWasClosed(new KubernetesClientException("asking", cause));
  }
}
