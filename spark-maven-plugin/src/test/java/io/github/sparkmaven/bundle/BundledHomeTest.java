/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.export.ExportExample;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledHomeTest {
  private static final String CORE = "org/acme/core/1/core-1.jar";

  @TempDir Path folder;
  private BundleSite site;

  @BeforeEach
  void unpack() throws IOException {
    ExportExample example = new ExportExample(folder).homeJar("core", "1").homeJar("api", "2");
    site = new BundleSite(folder, example.unpacked());
  }

  @Test
  void prefersASparkHomeThatFits() throws IOException {
    Path home = site.sparkHome("3.5.1");

    assertThat(find(Optional.empty()).path()).isEqualTo(home);
  }

  @Test
  void passesOverOneThatDoesNotAndSaysSo() throws IOException {
    Path home = site.sparkHome("3.4.1");

    find(Optional.of("repository"));

    assertThat(site.out())
        .isEqualTo("SPARK_HOME (" + home + ") is passed over: it is not Spark 3.5 (Scala 2.12)\n");
  }

  @Test
  void assemblesOneOutOfARepositorysFolder() {
    SparkHome home = find(Optional.of("repository"));

    assertThat(home.path()).startsWithRaw(folder.resolve("cache"));
    assertThat(home.path().resolve("jars/core-1.jar"))
        .hasSameBinaryContentAs(folder.resolve("repository/" + CORE));
    assertThat(home.path().resolve("jars/api-2.jar")).exists();
  }

  @Test
  void looksInTheUsersRepositoryByItself() throws IOException {
    Files.createDirectories(folder.resolve("user/.m2"));
    Files.move(folder.resolve("repository"), folder.resolve("user/.m2/repository"));

    assertThat(find(Optional.empty()).path().resolve("jars/core-1.jar")).exists();
  }

  @Test
  void saysWhichJarsAreMissingOrOfOtherBytes() throws IOException {
    Files.delete(folder.resolve("repository/org/acme/api/2/api-2.jar"));
    Files.writeString(folder.resolve("repository/" + CORE), "tampered");

    assertThatThrownBy(() -> find(Optional.of("repository")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "SPARK_HOME: names no Spark 3.5 (Scala 2.12), and of the 2 jars in home.list %s lacks"
                + " 2: org.acme:api:2, org.acme:core:1 (other bytes). Set SPARK_HOME to such a"
                + " distribution, or give --repository with the folder or URL of a Maven"
                + " repository that has them",
            folder.resolve("repository"));
  }

  @Test
  void fetchesFromAUrlOnce() throws IOException {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    HttpServer server = serve(asked);
    try {
      find(Optional.of(url(server)));
      SparkHome home = find(Optional.of(url(server)));

      assertThat(asked).containsExactlyInAnyOrder("/" + CORE, "/org/acme/api/2/api-2.jar");
      assertThat(home.path().resolve("jars/core-1.jar"))
          .hasSameBinaryContentAs(folder.resolve("repository/" + CORE));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void refusesWhatIsNotTheJarOfTheList() throws IOException {
    Files.writeString(folder.resolve("repository/" + CORE), "tampered");
    HttpServer server = serve(new ArrayList<>());
    try {
      assertThatThrownBy(() -> find(Optional.of(url(server))))
          .isInstanceOf(EnvironmentException.class)
          .hasMessageStartingWith("Cannot fetch " + url(server) + CORE)
          .hasMessageContaining("what came is not the jar of home.list: its SHA-256 differs");
      assertThat(folder.resolve("cache/spark-maven-plugin/repository/" + CORE)).doesNotExist();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void refusesAUrlWithAUsersName() {
    assertThatThrownBy(() -> find(Optional.of("https://me:pw@host/repository")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("--repository: holds a user's name");
  }

  @Test
  void refusesAListThatLeavesTheRepository() throws IOException {
    Files.writeString(folder.resolve("unpacked/home.list"), "0  ../../etc/passwd  a:b:1\n");

    assertThatThrownBy(() -> find(Optional.of("repository")))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageContaining("home.list is damaged");
  }

  private SparkHome find(Optional<String> repository) {
    return new BundledHome(
            site.site(),
            BundleFile.read(site.site().bundle()),
            new SparkVersion("3.5.5", "2.12"),
            site.console())
        .find(repository);
  }

  private HttpServer serve(List<String> asked) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          byte[] bytes =
              Files.readAllBytes(folder.resolve("repository" + exchange.getRequestURI().getPath()));
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }
}
