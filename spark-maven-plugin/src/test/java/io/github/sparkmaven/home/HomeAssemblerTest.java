/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeAssemblerTest {
  private static final SparkVersion SPARK = new SparkVersion("3.5.5", "2.12");

  private static final Instant DAY_0 = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private Path cache;
  private List<Path> jars;

  @BeforeEach
  void makeJars() throws IOException {
    cache = folder.resolve("cache");
    jars = List.of(jar("spark-core_2.12-3.5.5.jar"), jar("scala-library-2.12.18.jar"));
  }

  @Test
  void linksTheJarsAndWritesTheScripts() throws IOException {
    SparkHome home = new HomeAssembler(cache).assemble(SPARK, jars);

    assertThat(home.origin()).isEqualTo("assembled from the project's Spark artifacts");
    assertThat(home.path().toString())
        .matches(cache + "/homes/spark-3\\.5\\.5-scala-2\\.12-[0-9a-f]{12}");
    assertThat(Files.readSymbolicLink(home.path().resolve("jars/spark-core_2.12-3.5.5.jar")))
        .isEqualTo(jars.get(0));
    assertThat(Files.readSymbolicLink(home.path().resolve("jars/scala-library-2.12.18.jar")))
        .isEqualTo(jars.get(1));
    assertThat(home.path().resolve("bin/spark-submit")).isExecutable();
    assertThat(home.path().resolve("bin/spark-class"))
        .isExecutable()
        .content()
        .contains("export SPARK_SCALA_VERSION=\"2.12\"");
    assertThat(home.path().resolve("RELEASE"))
        .hasContent("Spark 3.5.5 assembled from Maven artifacts");
  }

  @Test
  void isAHomeThatTheFinderAccepts() {
    SparkHome home = new HomeAssembler(cache).assemble(SPARK, jars);

    assertThat(new SparkHomeFinder(SPARK, name -> Optional.empty()).find(Optional.of(home.path())))
        .isPresent();
  }

  @Test
  void usesTheHomeThatIsThere() throws IOException {
    SparkHome first = new HomeAssembler(cache).assemble(SPARK, jars);
    Path mark = Files.createFile(first.path().resolve("mark"));

    SparkHome second = new HomeAssembler(cache).assemble(SPARK, List.of(jars.get(1), jars.get(0)));

    assertThat(second).isEqualTo(first);
    assertThat(mark).exists();
    assertThat(homes()).hasSize(1);
  }

  @Test
  void makesAnotherHomeForOtherJarsAndAnotherVersion() throws IOException {
    HomeAssembler assembler = new HomeAssembler(cache);

    assembler.assemble(SPARK, jars);
    assembler.assemble(SPARK, List.of(jars.get(0)));
    assembler.assemble(new SparkVersion("3.5.6", "2.12"), jars);

    assertThat(homes()).hasSize(3);
  }

  @Test
  void mendsAHomeWithABrokenLink() throws IOException {
    SparkHome home = new HomeAssembler(cache).assemble(SPARK, jars);
    Path link = home.path().resolve("jars/scala-library-2.12.18.jar");
    Files.delete(link);
    Files.createSymbolicLink(link, folder.resolve("purged.jar"));

    assertThat(new HomeAssembler(cache).assemble(SPARK, jars)).isEqualTo(home);

    assertThat(Files.readSymbolicLink(link)).isEqualTo(jars.get(1));
    assertThat(homes()).hasSize(1);
  }

  @Test
  void mendsAHomeThatWasHalfDeleted() throws IOException {
    SparkHome home = new HomeAssembler(cache).assemble(SPARK, jars);
    Files.delete(home.path().resolve("bin/spark-submit"));

    new HomeAssembler(cache).assemble(SPARK, jars);

    assertThat(home.path().resolve("bin/spark-submit")).isExecutable();
  }

  @Test
  void leavesNothingWhenItCannotFinish() throws IOException {
    // Two jars of one name cannot stand in one folder.
    Path namesake =
        Files.createFile(
            Files.createDirectories(folder.resolve("other")).resolve("scala-library-2.12.18.jar"));

    assertThatThrownBy(
            () ->
                new HomeAssembler(cache)
                    .assemble(SPARK, List.of(jars.get(0), jars.get(1), namesake)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot assemble a Spark home in " + cache.resolve("homes") + ": ")
        .hasMessageEndingWith("; is the folder writable?");
    assertThat(homes()).isEmpty();
  }

  @RepeatedTest(20)
  void letsBuildsThatRunAtOnceShareOneHomeThatIsNeverMovedAway() throws Exception {
    int builds = 4;
    CyclicBarrier together = new CyclicBarrier(builds);
    Callable<Object> build =
        () -> {
          together.await();
          return identity(new HomeAssembler(cache).assemble(SPARK, jars).path());
        };
    ExecutorService threads = Executors.newFixedThreadPool(builds);
    List<Object> found = new ArrayList<>();
    try {
      for (Future<Object> each : threads.invokeAll(Collections.nCopies(builds, build))) {
        found.add(each.get());
      }
    } finally {
      threads.shutdownNow();
    }
    Path home = homes().get(0);
    assertThat(found).hasSize(builds).containsOnly(identity(home));
    assertThat(homes()).hasSize(1);
    assertThat(home.resolve("bin/spark-submit")).isExecutable();
    assertThat(names(home.resolve("jars")))
        .containsExactlyInAnyOrder("spark-core_2.12-3.5.5.jar", "scala-library-2.12.18.jar");
  }

  @Test
  void letsProcessesThatRunAtOnceShareHomesThatAreNeverMovedAway() throws Exception {
    // Every other home is there already, but broken: those must be mended once.
    for (int i = 0; i < AssembleMany.HOMES; i += 2) {
      SparkHome home = new HomeAssembler(cache).assemble(AssembleMany.version(i), jars);
      Files.delete(home.path().resolve("jars/scala-library-2.12.18.jar"));
    }
    Path go = folder.resolve("go");
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(AssembleMany.start(go, cache, jars));
    }
    try {
      Files.createFile(go);
      List<String> said = new ArrayList<>();
      for (Process process : processes) {
        said.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).isZero();
      }
      assertThat(said.get(0).lines()).hasSize(AssembleMany.HOMES);
      assertThat(said).containsOnly(said.get(0));
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
    assertThat(homes()).hasSize(AssembleMany.HOMES);
  }

  @Test
  void notesTheLastUseAndRemovesWhatWasNotUsedForLong() throws IOException {
    SparkHome first = at(DAY_0).assemble(SPARK, jars);
    SparkHome second = at(DAY_0).assemble(new SparkVersion("3.5.6", "2.12"), jars);
    Files.setLastModifiedTime(first.path(), FileTime.from(DAY_0));
    Files.setLastModifiedTime(second.path(), FileTime.from(DAY_0));

    at(DAY_0.plus(Duration.ofDays(50))).assemble(SPARK, jars);
    SparkHome third =
        at(DAY_0.plus(Duration.ofDays(100))).assemble(new SparkVersion("3.5.7", "2.12"), jars);

    assertThat(homes()).containsExactlyInAnyOrder(first.path(), third.path());
  }

  private HomeAssembler at(Instant now) {
    return new HomeAssembler(cache, Clock.fixed(now, ZoneOffset.UTC));
  }

  /** Returns what tells a folder from another one that was put in its place. */
  private static Object identity(Path home) throws IOException {
    return Files.readAttributes(home, BasicFileAttributes.class).fileKey();
  }

  private List<Path> homes() throws IOException {
    return names(cache.resolve("homes")).stream()
        .filter(name -> !name.equals(".lock"))
        .map(cache.resolve("homes")::resolve)
        .toList();
  }

  private static List<String> names(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private Path jar(String name) throws IOException {
    return Files.createFile(folder.resolve(name));
  }
}
