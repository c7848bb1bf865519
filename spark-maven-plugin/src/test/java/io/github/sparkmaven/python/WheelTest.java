/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WheelTest {
  @TempDir Path folder;

  @Test
  void isCopiedUnderTheNameOfAZip() throws IOException {
    Path wheel = wheel("acme-1.2-py3-none-any.whl", "one");

    Path zip = folder.resolve("out/acme-1.2-py3-none-any.zip");
    assertThat(Wheel.asZip(wheel.toString(), folder.resolve("out"))).isEqualTo(zip.toString());
    assertThat(zip).hasContent("one");

    Files.writeString(wheel, "other");
    Wheel.asZip(wheel.toString(), folder.resolve("out"));
    assertThat(zip).hasContent("other");
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertThat(files).containsExactly(zip);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdfs:///libs/acme-1.2-py3-none-any.whl", "none.whl", "libs.zip", "a.py"})
  void stayWhatTheyAreWhereTheyAreNoLocalWheels(String file) {
    assertThat(Wheel.asZip(file, folder.resolve("out"))).isEqualTo(file);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void isRefusedWithNativeCode() throws IOException {
    Path wheel = wheel("numpy-1.26-cp311-cp311-manylinux_2_17_x86_64.whl", "");

    assertThatThrownBy(() -> Wheel.asZip(wheel.toString(), folder.resolve("out")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "submit/pyFiles: '%s' holds native code, which Python cannot import out of a zip. Put it"
                + " into requirements.txt and send the environment along with"
                + " <packEnvironment>true</packEnvironment>",
            wheel);
  }

  private Path wheel(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
