/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaHomeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"17.0.15, 17", "1.8.0_382, 8", "11, 11", "21-ea, 21", "25.0.1+8, 25"})
  void readsTheFeatureRelease(String version, int feature) throws IOException {
    release("IMPLEMENTOR=\"Debian\"\nJAVA_VERSION=\"" + version + "\"\n");

    assertThat(JavaHome.of(folder)).isEqualTo(new JavaHome(folder, feature));
  }

  @Test
  void readsTheJdkOfThisBuild() {
    assertThat(JavaHome.of(Path.of(System.getProperty("java.home"))).feature())
        .isEqualTo(Runtime.version().feature());
  }

  @Test
  void namesTheJavaCommand() {
    assertThat(new JavaHome(Path.of("/jdk"), 17).executable()).isEqualTo(Path.of("/jdk/bin/java"));
  }

  @Test
  void refusesAFolderWithoutAReleaseFile() {
    assertThatThrownBy(() -> JavaHome.of(folder))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("%s is no JDK: it has no readable release file", folder)
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void refusesAReleaseFileWithoutAVersion() throws IOException {
    release("IMPLEMENTOR=\"Debian\"\n");

    assertThatThrownBy(() -> JavaHome.of(folder))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("%s/release states no JAVA_VERSION", folder);
  }

  private void release(String text) throws IOException {
    Files.writeString(folder.resolve("release"), text);
  }
}
