/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.program.CompiledClasses;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleOptionsTest {
  @TempDir Path folder;

  @Test
  void readsTheOptionsOfTheProjectsOwnLauncher() throws IOException {
    // The plugin's own class path has another class of this name.
    Path jar = launcher("return \" --add-opens=a/b=ALL-UNNAMED  -Dx=y \";");

    assertThat(ModuleOptions.of(jar)).containsExactly("--add-opens=a/b=ALL-UNNAMED", "-Dx=y");
  }

  @Test
  void refusesAJarThatDoesNotStateThem() throws IOException {
    Path jar =
        CompiledClasses.compile(folder.resolve("classes"), "public class Other {}")
            .jar(folder.resolve("other.jar"));

    assertThatThrownBy(() -> ModuleOptions.of(jar))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot read the module options from %s: java.lang.ClassNotFoundException:"
                + " org.apache.spark.launcher.JavaModuleOptions;"
                + " it should be spark-launcher 3.3 or later",
            jar);
  }

  @Test
  void refusesAClassThatCannotTellThem() throws IOException {
    Path jar = launcher("throw new IllegalStateException();");

    assertThatThrownBy(() -> ModuleOptions.of(jar))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot read the module options from " + jar);
  }

  private Path launcher(String body) throws IOException {
    return CompiledClasses.compile(
            folder.resolve("classes"),
            "package org.apache.spark.launcher; public class JavaModuleOptions {"
                + " public static String defaultModuleOptions() { "
                + body
                + " } }")
        .jar(folder.resolve("launcher.jar"));
  }
}
