/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.ProgramSetting.Moment;
import io.github.sparkmaven.python.SourceFacts.Advice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFactsTest {
  @TempDir private Path folder;
  private Path root = Path.of("");
  private Path program = Path.of("");

  @BeforeEach
  void writeProject() throws IOException {
    root = Files.createDirectories(folder.resolve("src/main/python"));
    program =
        Files.writeString(
            root.resolve("job.py"),
            """
            from pyspark.sql import SparkSession
            import settings

            spark = SparkSession.builder.master(settings.MASTER).getOrCreate()
            spark.conf.set("spark.sql.shuffle.partitions", 8)
            rows = spark.table("größen").collect()
            spark.stop()
            """);
    Files.writeString(root.resolve("settings.py"), "MASTER = 'local[2]'\n");
    // Modules that our own checker would stumble over if the project's came first.
    Files.writeString(root.resolve("argparse.py"), "raise ValueError('imported')\n");
    Files.writeString(folder.resolve("json.py"), "raise ValueError('imported')\n");
  }

  @Test
  void tellsSettingsAndAdviceByFileAndLine() throws IOException {
    SourceFacts facts = read(Optional.of(program));

    assertThat(facts.settings())
        .containsExactly(
            new ProgramSetting(
                Optional.of("spark.master"),
                Optional.of("local[2]"),
                Moment.START,
                true,
                "src/main/python/job.py",
                OptionalInt.of(4),
                "SparkSession.builder.master"),
            new ProgramSetting(
                Optional.of("spark.sql.shuffle.partitions"),
                Optional.of("8"),
                Moment.RUNNING,
                true,
                "src/main/python/job.py",
                OptionalInt.of(5),
                "spark.conf.set"));
    assertThat(facts.advice())
        .extracting(Advice::rule, Advice::file, Advice::module, Advice::line)
        .containsExactly(tuple("hard-coded-master", 4), tuple("collect-unbounded", 6));
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void tellsWhichFilesItCouldNotRead() throws IOException {
    Files.writeString(root.resolve("old.py"), "print 'x'\n");

    assertThat(read(Optional.empty()).unread())
        .singleElement()
        .asString()
        .startsWith("src/main/python/old.py: Missing parentheses");
  }

  @Test
  void givesUpOnAnInterpreterThatFails() {
    assertThatThrownBy(
            () ->
                SourceFacts.read(Path.of("/bin/false"), folder, root, Optional.empty(), List.of()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("/bin/false cannot read the sources: ");
  }

  @Test
  void isReadByPythonFromWithinAJar() throws IOException {
    Path library = Path.of(PythonLibrary.onPath());
    Path jar = folder.resolve("plugin.jar");
    try (FileSystem zip =
            FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"));
        Stream<Path> files = Files.walk(library.resolve("spark_maven_checker"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".py")).toList()) {
        Path target = zip.getPath("/io/lib").resolve(library.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }

    PythonProcess said =
        PythonProcess.script(
            python(), "facts.py", List.of(jar + "/io/lib", "--", program.toString()), folder);

    assertThat(said.errors()).isEmpty();
    assertThat(String.join("\n", said.output())).contains("\"collect-unbounded\"");
  }

  private SourceFacts read(Optional<Path> main) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return SourceFacts.read(python(), folder, root, main, files.sorted().toList());
    }
  }

  private static org.assertj.core.groups.Tuple tuple(String rule, int line) {
    return org.assertj.core.groups.Tuple.tuple(
        rule, "src/main/python/job.py", "job", OptionalInt.of(line));
  }

  private static Path python() {
    Optional<Path> python = RealPython.find();
    assumeThat(python).as(RealPython.MISSING).isPresent();
    return python.orElseThrow();
  }
}
