/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talks to servers of this very machine. */
class LiveNetworkTest {
  private static final String PASSWORD = "changeit";

  private final Network network = new LiveNetwork(Duration.ofSeconds(10));

  @TempDir Path folder;

  @Test
  void listensOnAnAddressOfThisMachineAlone() throws IOException {
    InetAddress own = InetAddress.getLoopbackAddress();
    // For documentation alone (RFC 5737): of no machine.
    InetAddress other = InetAddress.getByName("192.0.2.1");

    assertThatCode(() -> network.bind(own)).doesNotThrowAnyException();
    assertThatThrownBy(() -> network.bind(other)).isInstanceOf(BindException.class);
  }

  @Test
  void connectsToWhatListens() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      assertThatCode(() -> network.connect("127.0.0.1", port)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> network.connect("127.0.0.1", port))
        .isInstanceOf(ConnectException.class);
    assertThatThrownBy(() -> network.connect("no-such-host.invalid", port))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("the host is not known");
  }

  @Test
  void trustsAnAuthorityThatIsGiven() throws Exception {
    Path store = folder.resolve("store.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "a",
        "-keyalg",
        "RSA",
        "-dname",
        "CN=test",
        "-ext",
        "san=ip:127.0.0.1",
        "-keystore",
        store.toString());
    Path certificate = folder.resolve("a.pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "a",
        "-keystore",
        store.toString(),
        "-file",
        certificate.toString());
    HttpsServer server = server(store);
    try {
      URI page = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/version");

      assertThat(network.get(page, List.of(Files.readAllBytes(certificate))).status())
          .isEqualTo(204);
      assertThatThrownBy(() -> network.get(page, List.of()))
          .isInstanceOf(IOException.class)
          .hasRootCauseInstanceOf(GeneralSecurityException.class);
    } finally {
      server.stop(0);
    }
  }

  private static HttpsServer server(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(store)) {
      keys.load(stream, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/version",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private void keytool(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
  }
}
