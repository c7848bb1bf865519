/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {
  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void writeJar() throws IOException {
    jar = Files.writeString(folder.resolve("job.jar"), "classes");
  }

  @Test
  void isTheSameForTheSameBytesAtAnotherTime() throws IOException {
    String before = hash(List.of("a"), Map.of("spark.a", "1"));
    Files.writeString(jar, "classes");

    assertThat(hash(List.of("a"), Map.of("spark.a", "1"))).isEqualTo(before).hasSize(16);
  }

  @Test
  void differsWithTheJar() throws IOException {
    String before = hash(List.of(), Map.of());
    Files.writeString(jar, "other classes");

    assertThat(hash(List.of(), Map.of())).isNotEqualTo(before);
  }

  @Test
  void differsWithTheArguments() {
    assertThat(hash(List.of("a", "b"), Map.of()))
        .isNotEqualTo(hash(List.of("ab"), Map.of()))
        .isNotEqualTo(hash(List.of("a", "b", ""), Map.of()))
        .isNotEqualTo(hash(List.of("b", "a"), Map.of()));
  }

  @Test
  void differsWithTheConfiguration() {
    assertThat(hash(List.of(), Map.of("spark.a", "1")))
        .isNotEqualTo(hash(List.of(), Map.of("spark.a", "2")))
        .isNotEqualTo(hash(List.of(), Map.of()));
  }

  @Test
  void differsWithWhatGoesAlong() {
    assertThat(hash(with(List.of("hdfs:///a.jar"), List.of())))
        .isNotEqualTo(hash(with(List.of(), List.of("hdfs:///a.jar"))));
  }

  @Test
  void differsWithTheBytesOfAFileThatAUriNames() throws IOException {
    Path file = Files.writeString(folder.resolve("a file"), "one");
    List<String> named = List.of(file.toUri().toString(), file + "#alias");
    List<String> before = named.stream().map(name -> hash(with(List.of(name), List.of()))).toList();
    Files.writeString(file, "two");

    assertThat(named)
        .extracting(name -> hash(with(List.of(name), List.of())))
        .doesNotContainAnyElementsOf(before);
    assertThat(hash(with(List.of(file + "#alias"), List.of())))
        .isNotEqualTo(hash(with(List.of(file + "#other"), List.of())));
  }

  @Test
  void namesWhatItKnowsByNameAlone() {
    assertThat(ContentHash.unread(with(List.of("hdfs:///a.jar"), List.of("/not/there"))))
        .containsExactly("hdfs:///a.jar", "/not/there");
  }

  @Test
  void differsWithTheUserAndTheEnvironment() {
    Application application = with(List.of(), List.of());
    SubmitRequest request = request(application, LayeredConf.empty(), Map.of(), Optional.empty());

    assertThat(ContentHash.of(request))
        .isNotEqualTo(
            ContentHash.of(
                request(application, LayeredConf.empty(), Map.of("A", "1"), Optional.empty())))
        .isNotEqualTo(
            ContentHash.of(
                request(application, LayeredConf.empty(), Map.of(), Optional.of("etl"))));
  }

  private Application with(List<String> jars, List<String> files) {
    return new Application(
        "job a.Main",
        jar.toString(),
        Optional.of(jar),
        Optional.of("a.Main"),
        List.of(),
        jars,
        files,
        List.of(),
        List.of());
  }

  private static String hash(Application application) {
    return ContentHash.of(request(application, LayeredConf.empty(), Map.of(), Optional.empty()));
  }

  private String hash(List<String> arguments, Map<String, String> conf) {
    return ContentHash.of(
        request(
            Application.ofJar(jar, "a.Main", arguments),
            LayeredConf.empty().with(Layer.PLUGIN, conf, "conf"),
            Map.of(),
            Optional.empty()));
  }

  private static SubmitRequest request(
      Application application,
      LayeredConf conf,
      Map<String, String> environment,
      Optional<String> proxyUser) {
    SparkHome home = new SparkHome(Path.of("/home"), "test");
    return new SubmitRequest(
        new Project("a:b", Optional.empty(), "default"),
        application,
        new Target(Manager.YARN, "yarn", DeployMode.CLUSTER, conf),
        new SparkVersion("3.5.5", "2.12"),
        new HomeJvm(
            () -> home,
            new JavaHome(Path.of("/jdk"), 17),
            Path.of("/runner.jar"),
            Optional.empty(),
            environment),
        Path.of("/submissions"),
        Path.of("/project"),
        new SubmitOptions(WaitFor.END, Optional.empty(), OnRunning.FAIL, proxyUser),
        NextSteps.MAVEN);
  }
}
