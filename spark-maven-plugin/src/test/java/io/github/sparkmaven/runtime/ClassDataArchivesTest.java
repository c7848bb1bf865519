/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.program.CompiledClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDataArchivesTest {
  private static final Map<String, String> ON_CI = Map.of("CI", "true");

  // What stands in for the JVM that writes the archive.
  private static final String WRITES =
      "read told; for word; do case $word in -XX:ArchiveClassesAtExit=*) echo data > ${word#*=};;"
          + " esac; done;";

  @TempDir Path folder;
  private final List<Recording> begun = new ArrayList<>();
  private JavaHome java;
  private ForkClassPath path;

  @BeforeEach
  void prepare() throws IOException {
    java = jdk("17", "17.0.15");
    CompiledClasses.compile(folder.resolve("spark"), "package org.spark; class Core {}")
        .jar(folder.resolve("spark.jar"));
    CompiledClasses.compile(folder.resolve("classes"), "package com.acme; class Job {}")
        .jar(folder.resolve("unused.jar"));
    path = classPath();
  }

  @AfterEach
  void endJvms() {
    begun.forEach(Recording::close);
  }

  @Test
  void notesTheClassesOfTheJarsThatStayWhereThereIsNoArchive() throws IOException {
    java(java, "echo \"$@\" > " + folder.resolve("words") + "; read told");

    ClassData data = archives(Map.of()).of(java, path, ArchiveUse.AUTO);

    String options = String.join(" ", data.options());
    assertThat(options).startsWith("-XX:DumpLoadedClassList=" + folder.resolve("cache/class-data"));
    assertThat(finish(data)).as("nothing written").isFalse();
    assertThat(folder.resolve("words"))
        .content()
        .contains(" -XX:ArchiveClassesAtExit=" + folder.resolve("cache/class-data"))
        .contains(" -cp " + folder.resolve("spark.jar") + " io.github.sparkmaven.runner.")
        .endsWith(".ClassRecorder " + options.substring(options.indexOf('=') + 1) + "\n");
    assertThat(data.classPath())
        .containsExactly(folder.resolve("spark.jar"), folder.resolve("classes"));
  }

  @Test
  void usesAnArchiveThatWasKept() throws IOException {
    Path archive = make(java, path);

    ClassData data = archives(Map.of()).of(java, path, ArchiveUse.AUTO);

    assertThat(data.options()).containsExactly("-Xlog:cds=off", "-XX:SharedArchiveFile=" + archive);
    assertThat(data.archive()).contains(archive);
    assertThat(data.classPath())
        .containsExactly(folder.resolve("spark.jar"), folder.resolve("classes"));
  }

  @Test
  void removesAnArchiveThatIsDamaged() throws IOException {
    for (String contents : List.of("", "dat", "Data\n")) {
      Path archive = make(java, path);
      Files.writeString(archive, contents);

      ClassData data = archives(Map.of()).of(java, path, ArchiveUse.AUTO);

      assertThat(data)
          .isEqualTo(
              ClassData.none(
                  path, "The class-data archive was damaged and is removed: " + archive));
      assertThat(archive).doesNotExist();
    }
  }

  @Test
  void makesNoneOnACiServerAndUsesWhatItsCacheHas() throws IOException {
    assertThat(archives(ON_CI).of(java, path, ArchiveUse.AUTO)).isEqualTo(ClassData.none(path));

    make(java, path);

    assertThat(archives(ON_CI).of(java, path, ArchiveUse.AUTO).archive()).isPresent();
  }

  @Test
  void makesOneOnACiServerThatIsToldTo() {
    assertThat(begin(archives(ON_CI), ArchiveUse.ALWAYS).recording()).isPresent();
  }

  @Test
  void doesNothingWhereItIsSwitchedOffOrTheJdkIsOlder() throws IOException {
    make(java, path);

    assertThat(archives(Map.of()).of(java, path, ArchiveUse.NEVER)).isEqualTo(ClassData.none(path));
    assertThat(archives(Map.of()).of(jdk("11", "11.0.2"), path, ArchiveUse.ALWAYS))
        .isEqualTo(ClassData.none(path));
  }

  @Test
  void hasAnArchiveForEachBuildOfAJdkAndEachJar() throws IOException {
    make(java, path);

    assertThat(archives(Map.of()).of(jdk("17", "17.0.16"), path, ArchiveUse.AUTO).archive())
        .isEmpty();
    Files.setLastModifiedTime(folder.resolve("spark.jar"), FileTime.fromMillis(1));
    assertThat(archives(Map.of()).of(java, path, ArchiveUse.AUTO).archive()).isEmpty();
  }

  @Test
  void keepsTheProjectsOrderWhereAClassOfTheBuildStandsInForOneOfAJar() throws IOException {
    make(java, path);
    CompiledClasses.compile(folder.resolve("classes"), "package org.spark; class Core {}")
        .jar(folder.resolve("unused.jar"));

    ClassData data = archives(Map.of()).of(java, path, ArchiveUse.AUTO);

    assertThat(data.options()).isEmpty();
    assertThat(data.classPath())
        .containsExactly(folder.resolve("classes"), folder.resolve("spark.jar"));
    assertThat(data.note())
        .contains(
            "No class-data archive: this build's org/spark/Core.class stands in for one of a"
                + " dependency, which an archive would hide");
  }

  @Test
  void leavesToAnotherBuildWhatThatIsMaking() {
    ClassData first = begin(archives(Map.of()), ArchiveUse.AUTO);

    assertThat(archives(Map.of()).of(java, path, ArchiveUse.AUTO)).isEqualTo(ClassData.none(path));

    first.recording().orElseThrow().close();
    assertThat(begin(archives(Map.of()), ArchiveUse.AUTO).recording()).isPresent();
  }

  @Test
  void forgetsABuildThatDiedWhileItMadeOne() {
    assertThat(begin(archives(Map.of()), ArchiveUse.AUTO).recording()).isPresent();
    Clock later = Clock.fixed(Instant.now().plus(Duration.ofHours(1)), ZoneOffset.UTC);

    assertThat(
            begin(new ClassDataArchives(folder.resolve("cache"), Map.of(), later), ArchiveUse.AUTO)
                .recording())
        .isPresent();
  }

  @Test
  void keepsNothingWhereTheJvmHasWrittenNothing() throws IOException {
    for (String body : List.of("read told", WRITES + "exit 1")) {
      java(java, body);
      assertThat(finish(begin(archives(Map.of()), ArchiveUse.AUTO))).as(body).isFalse();
      assertThat(folder.resolve("cache/class-data")).isEmptyDirectory();
    }
  }

  @Test
  void endsTheJvmOfARecordingThatIsNotWanted() throws IOException {
    java(java, "exec sleep 600");
    Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
    ClassData data = begin(archives(Map.of()), ArchiveUse.AUTO);
    List<ProcessHandle> ours =
        ProcessHandle.current().children().filter(child -> !others.contains(child)).toList();

    data.recording().orElseThrow().close();

    assertThat(ours).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(folder.resolve("cache/class-data")).isEmptyDirectory();
  }

  @Test
  void goesWithoutWhereTheJvmCannotBeStarted() throws IOException {
    Files.delete(java.executable());

    ClassData data = archives(Map.of()).of(java, path, ArchiveUse.AUTO);

    assertThat(data.recording()).isEmpty();
    assertThat(data.note()).get().asString().startsWith("No class-data archive: ");
    assertThat(folder.resolve("cache/class-data")).isEmptyDirectory();
  }

  @Test
  void goesWithoutWhereTheCacheCannotBeWritten() throws IOException {
    Files.createFile(folder.resolve("cache"));

    ClassData data = archives(Map.of()).of(java, path, ArchiveUse.AUTO);

    assertThat(data.options()).isEmpty();
    assertThat(data.note()).get().asString().startsWith("No class-data archive: ");
  }

  private Path make(JavaHome jdk, ForkClassPath classPath) throws IOException {
    java(jdk, WRITES);
    try (Recording recording =
        archives(Map.of()).of(jdk, classPath, ArchiveUse.AUTO).recording().orElseThrow()) {
      assertThat(recording.finish()).isTrue();
      return recording.place();
    }
  }

  private ClassData begin(ClassDataArchives archives, ArchiveUse use) {
    ClassData data = archives.of(java, path, use);
    data.recording().ifPresent(begun::add);
    return data;
  }

  private static boolean finish(ClassData data) {
    try (Recording recording = data.recording().orElseThrow()) {
      return recording.finish();
    }
  }

  private static void java(JavaHome jdk, String body) throws IOException {
    Path file = Files.createDirectories(jdk.path().resolve("bin")).resolve("java");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private ClassDataArchives archives(Map<String, String> environment) {
    return new ClassDataArchives(folder.resolve("cache"), environment, Clock.systemUTC());
  }

  private ForkClassPath classPath() {
    Path classes = folder.resolve("classes");
    return new ForkClassPath(List.of(classes, folder.resolve("spark.jar")), Set.of(classes));
  }

  private JavaHome jdk(String feature, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk-" + version));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"");
    JavaHome java = new JavaHome(home, Integer.parseInt(feature));
    java(java, WRITES);
    return java;
  }
}
