/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.home.SparkHome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidedJarsTest {
  @TempDir Path home;

  @BeforeEach
  void fillHome() throws IOException {
    jar("commons-lang3-3.12.0.jar", "META-INF/maven/org.apache.commons/commons-lang3/x");
    jar(
        "log4j-1.2-api-2.20.0.jar",
        "META-INF/maven/org.apache.logging.log4j/log4j-1.2-api/pom.properties");
    jar("scala-library-2.12.18.jar", "library.properties");
    jar(
        "netty-transport-native-epoll-4.1.96.Final-linux-x86_64.jar",
        "META-INF/maven/io.netty/netty-transport-native-epoll/pom.properties");
  }

  @Test
  void hasWhatIsNamedAndMarkedSo() {
    assertThat(has("io.netty:netty-transport-native-epoll:4.0")).isTrue();
    assertThat(has("org.scala-lang:scala-library:2.12.10")).as("sbt leaves no mark").isTrue();
  }

  @Test
  void hasNotWhatIsOnlyNamedAlike() {
    assertThat(has("log4j:log4j:1.2.17")).as("log4j-1.2-api").isFalse();
    assertThat(has("com.acme:commons-lang3:1.0")).as("another group").isFalse();
    assertThat(has("io.netty:netty-transport:4.0")).isFalse();
    assertThat(has("org.scala-lang:scala-reflect:2.12.18")).isFalse();
  }

  private boolean has(String coordinates) {
    return ProvidedJars.of(new SparkHome(home, "a test")).has(new DefaultArtifact(coordinates));
  }

  private void jar(String name, String entry) throws IOException {
    Path file = Files.createDirectories(home.resolve("jars")).resolve(name);
    try (OutputStream stream = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(stream)) {
      jar.putNextEntry(new JarEntry(entry));
    }
  }
}
