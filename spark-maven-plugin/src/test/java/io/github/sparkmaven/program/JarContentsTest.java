/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarContentsTest {
  @TempDir Path folder;

  @Test
  void readsTheManifest() throws IOException {
    Path jar = new CompiledClasses(folder).jar(folder.resolve("job.jar"), "com.acme.Clustering");

    assertThat(JarContents.of(jar).mainClass()).contains("com.acme.Clustering");
  }

  @Test
  void findsNothingInAManifestWithoutAMainClass() throws IOException {
    assertThat(
            JarContents.of(new CompiledClasses(folder).jar(folder.resolve("job.jar"))).mainClass())
        .isEmpty();
  }

  @Test
  void namesTheFileThatIsNoJar() throws IOException {
    Path file = Files.writeString(folder.resolve("job.jar"), "no jar");

    assertThatThrownBy(() -> JarContents.of(file))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("Cannot read %s: java.util.zip.ZipException: zip END header not found", file);
  }
}
