/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopFilesTest {
  @TempDir Path folder;
  private final Problems problems = new Problems();

  @Test
  void takesTheFirstFileOfEachName() throws IOException {
    Path core = file("one", "core-site.xml", "fs.defaultFS", "hdfs://${env.NN}:8020");
    file("two", "core-site.xml", "fs.defaultFS", "hdfs://other");
    Path yarn = file("two", "yarn-site.xml", "yarn.resourcemanager.hostname", "rm");

    HadoopFiles files = read();

    assertThat(files.files()).containsExactly(core, yarn);
    assertThat(files.value("fs.defaultFS")).contains("hdfs://nn:8020");
    assertThat(files.value("yarn.resourcemanager.hostname")).contains("rm");
    assertThat(files.value("yarn.resourcemanager.address")).isEmpty();
    assertThat(problems.none()).isTrue();
  }

  @Test
  void readsOnPastAFileThatIsNoXml() throws IOException {
    Path core = file("one", "core-site.xml", "a", "1");
    Files.writeString(folder.resolve("one/hdfs-site.xml"), "<html/>");

    assertThat(read().files()).containsExactly(core);
    assertThat(problems.all())
        .extracting(Problem::what)
        .containsExactly("its root element is <html>, not <configuration>");
  }

  private HadoopFiles read() {
    return HadoopFiles.read(
        List.of(folder.resolve("one"), folder.resolve("two"), folder.resolve("none")),
        name -> Optional.ofNullable(Map.of("NN", "nn").get(name)),
        problems);
  }

  private Path file(String in, String name, String property, String value) throws IOException {
    Files.createDirectories(folder.resolve(in));
    return Files.writeString(
        folder.resolve(in).resolve(name),
        "<configuration><property><name>"
            + property
            + "</name><value>"
            + value
            + "</value></property></configuration>");
  }
}
