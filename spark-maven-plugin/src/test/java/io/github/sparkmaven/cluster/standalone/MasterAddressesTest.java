/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MasterAddressesTest {
  @Test
  void asksSparksOwnPorts() {
    MasterAddresses addresses = of("spark://h1:7077", Map.of());

    assertThat(addresses.ui()).hasToString("[http://h1:8080]");
    assertThat(addresses.rest()).hasToString("[http://h1:6066]");
    assertThat(addresses.rpc()).isTrue();
  }

  @Test
  void asksThePortsOfTheSettings() {
    MasterAddresses addresses =
        of(
            "spark://h1:7077",
            Map.of("spark.master.ui.port", "18080", "spark.master.rest.port", "16066"));

    assertThat(addresses.ui()).hasToString("[http://h1:18080]");
    assertThat(addresses.rest()).hasToString("[http://h1:16066]");
  }

  @Test
  void asksEveryHost() {
    MasterAddresses addresses = of("spark://h1:7077,h2:7078,[::1]:7077", Map.of());

    assertThat(addresses.ui()).hasToString("[http://h1:8080, http://h2:8080, http://[::1]:8080]");
    assertThat(addresses.rest()).hasToString("[http://h1:6066, http://h2:6066, http://[::1]:6066]");
  }

  @Test
  void takesAUrlOfTheRestPortForASubmissionServers() {
    assertThat(of("spark://h1:6066", Map.of()).rest()).hasToString("[http://h1:6066]");
    assertThat(of("spark://h1:6066", Map.of()).rpc()).isFalse();
  }

  @Test
  void asksTheUrlsPortWhereTheSettingsSubmitOverRest() {
    MasterAddresses addresses = of("spark://h1:17066", Map.of("spark.master.rest.enabled", "true"));

    assertThat(addresses.rest()).hasToString("[http://h1:6066, http://h1:17066]");
    assertThat(addresses.rpc()).isFalse();
  }

  @Test
  void passesOverAPortThatIsNone() {
    assertThat(of("spark://h1:7077", Map.of("spark.master.ui.port", "0")).ui())
        .hasToString("[http://h1:8080]");
  }

  private static MasterAddresses of(String master, Map<String, String> settings) {
    LayeredConf conf = LayeredConf.empty().with(Layer.ENVIRONMENT, settings, "test");
    return MasterAddresses.of(new Target(Manager.STANDALONE, master, DeployMode.CLUSTER, conf));
  }
}
