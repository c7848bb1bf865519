/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.home.JavaHome;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmCommandTest {
  @Test
  void putsOptionsBeforeTheClassAndArgumentsBehind() {
    JvmCommand command =
        new JvmCommand(
            new JavaHome(Path.of("/jdk 17"), 17),
            List.of("-Xmx1g", "-Da=b c"),
            List.of(Path.of("/a b.jar"), Path.of("/classes")),
            "com.acme.Main",
            List.of("", "--k 2"));

    assertThat(command.words())
        .containsExactly(
            "/jdk 17/bin/java",
            "-Xmx1g",
            "-Da=b c",
            "-cp",
            "/a b.jar" + File.pathSeparator + "/classes",
            "com.acme.Main",
            "",
            "--k 2");
  }
}
