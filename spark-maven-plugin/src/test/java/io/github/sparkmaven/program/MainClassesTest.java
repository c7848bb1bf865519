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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainClassesTest {
  @TempDir Path folder;

  @Test
  void findsPublicClassesWithAMainSorted() throws IOException {
    CompiledClasses.compile(
        folder,
        "package com.acme; public class Scoring { public static void main(String[] a) {} }",
        "package com.acme; public class Clustering {"
            + " public static void main(final String... a) throws Exception {} }",
        "public class Rootless { public static synchronized void main(String[] a) {} }");

    assertThat(MainClasses.inFolder(folder))
        .containsExactly("Rootless", "com.acme.Clustering", "com.acme.Scoring");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Hidden { public static void main(String[] a) {} }",
        "public class Instance { public void main(String[] a) {} }",
        "public class Secret { private static void main(String[] a) {} }",
        "public class PackagePrivate { static void main(String[] a) {} }",
        "public class Returning { public static int main(String[] a) { return 0; } }",
        "public class NoArguments { public static void main() {} }",
        "public class OneArgument { public static void main(String a) {} }",
        "public class OtherCase { public static void Main(String[] a) {} }"
      })
  void passesOverWhatJavaWouldNotStart(String source) throws IOException {
    CompiledClasses.compile(folder, source);

    assertThat(MainClasses.inFolder(folder)).isEmpty();
  }

  @Test
  void namesANestedClassAsSparkSubmitWantsIt() throws IOException {
    CompiledClasses.compile(
        folder,
        "package a; public class Outer {"
            + " public static class Inner { public static void main(String[] a) {} } }");

    assertThat(MainClasses.inFolder(folder)).containsExactly("a.Outer$Inner");
  }

  @Test
  void findsAScalaObjectByItsForwarderAlone() throws IOException {
    CompiledClasses.compile(
        folder,
        "package a; public final class Job$ {"
            + " public static final Job$ MODULE$ = new Job$(); public void main(String[] a) {} }",
        "package a; public final class Job {"
            + " public static void main(String[] a) { Job$.MODULE$.main(a); } }");

    assertThat(MainClasses.inFolder(folder)).containsExactly("a.Job");
  }

  @Test
  void passesOverModuleInfoAndOtherFiles() throws IOException {
    Files.writeString(folder.resolve("module-info.class"), "no class file");
    Files.writeString(folder.resolve("application.conf"), "");

    assertThat(MainClasses.inFolder(folder)).isEmpty();
  }

  @Test
  void findsNothingWhereNothingWasCompiled() {
    assertThat(MainClasses.inFolder(folder.resolve("classes"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no class file at all, but longer than a class file's header is"})
  void namesTheFileThatIsNoClass(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("Torn.class"), content);

    assertThatThrownBy(() -> MainClasses.inFolder(folder))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot read " + file + ": ");
  }
}
