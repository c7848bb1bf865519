/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedJarsTest {
  private static final List<String> SPARK = List.of("org.apache.spark:spark-core_2.12:jar:3.5.5");

  @TempDir Path folder;
  private List<Path> jars;
  private int resolved;

  @BeforeEach
  void makeJars() throws IOException {
    jars =
        List.of(
            Files.writeString(folder.resolve("one.jar"), "1"),
            Files.writeString(folder.resolve("two words.jar"), "22"));
  }

  @Test
  void resolvesOnce() {
    assertThat(find(SPARK)).isEqualTo(jars);
    assertThat(find(SPARK)).isEqualTo(jars);

    assertThat(resolved).isEqualTo(1);
  }

  @Test
  void resolvesAnewForAnotherIdentity() {
    find(SPARK);
    find(List.of("org.apache.spark:spark-core_2.12:jar:3.5.6"));

    assertThat(resolved).isEqualTo(2);
  }

  @Test
  void resolvesAnewWhereAJarIsGone() throws IOException {
    find(SPARK);
    Files.delete(jars.get(1));
    find(SPARK);
    find(SPARK);

    assertThat(resolved).isEqualTo(3);
  }

  @Test
  void resolvesAnewWhereAJarHasAnotherSize() throws IOException {
    find(SPARK);
    Files.writeString(jars.get(0), "changed");

    assertThat(find(SPARK)).isEqualTo(jars);
    assertThat(resolved).isEqualTo(2);
  }

  @Test
  void resolvesAnewWhereTheFileIsBroken() throws IOException {
    for (String text : new String[] {"", "nonsense", "1\n", "x " + jars.get(0) + "\n"}) {
      resolved = 0;
      find(SPARK);
      try (Stream<Path> files = Files.list(folder.resolve("cache/homes"))) {
        Files.writeString(files.findFirst().orElseThrow(), text);
      }

      assertThat(find(SPARK)).isEqualTo(jars);
      assertThat(resolved).as(text).isPositive();
    }
  }

  private List<Path> find(List<String> identity) {
    return new RememberedJars(folder.resolve("cache"))
        .of(
            identity,
            () -> {
              resolved++;
              return jars;
            });
  }
}
