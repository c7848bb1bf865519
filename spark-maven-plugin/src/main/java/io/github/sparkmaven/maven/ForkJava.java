/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDK that a test plugin forks: its own choice, else the build's toolchain, else Maven's. */
record ForkJava(ProjectContext context, Expressions expressions) {

  /**
   * Reads an execution's configuration.
   *
   * @throws InputException if the {@code jvm} that is named belongs to no JDK
   */
  JavaHome of(PluginElements elements) {
    Optional<String> jvm =
        elements
            .text("jvm")
            .flatMap(expressions::value)
            .or(() -> expressions.value("${jvm}"))
            .filter(text -> !text.isBlank());
    return jvm.map(ForkJava::ofExecutable).orElseGet(() -> ofToolchain(elements));
  }

  private JavaHome ofToolchain(PluginElements elements) {
    Map<String, String> wanted = elements.children("jdkToolchain");
    return wanted.isEmpty() ? context.java() : context.java(wanted);
  }

  /** A JDK 8 has a java in {@code jre/bin} too. */
  private static JavaHome ofExecutable(String executable) {
    Path java = Path.of(executable.strip()).toAbsolutePath();
    return Stream.iterate(java.getParent(), Objects::nonNull, Path::getParent)
        .skip(1)
        .limit(2)
        .filter(folder -> Files.isRegularFile(folder.resolve("release")))
        .findFirst()
        .map(JavaHome::of)
        .orElseThrow(
            () ->
                new InputException(
                    "jvm",
                    "'" + executable + "' is in no JDK: there is no release file above it",
                    "Give the bin/java of a JDK, or use maven-toolchains-plugin"));
  }
}
