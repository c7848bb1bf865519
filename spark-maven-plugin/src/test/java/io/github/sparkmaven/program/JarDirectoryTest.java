/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarDirectoryTest {
  @TempDir Path folder;

  // Above 65535 the directory's end has a record of its own.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 65_535, 65_536, 70_000})
  void readsAnyNumberOfEntries(int count) throws IOException {
    Path jar = Files.write(folder.resolve("a.jar"), zip(count, ZipEntry.DEFLATED));

    JarDirectory directory = JarDirectory.of(jar);

    assertThat(directory.entries()).hasSize(count);
    List<String> heads = heads(directory, 4);
    for (int i = 0; i < count; i++) {
      JarDirectory.Entry entry = directory.entries().get(i);
      assertThat(entry.name()).isEqualTo("folder/" + i + ".txt");
      assertThat(entry.crc()).isEqualTo(crc(text(i)));
      assertThat(heads.get(i)).isEqualTo(text(i).substring(0, 4));
    }
  }

  @Test
  void readsWhatIsStoredAndWhatIsShort() throws IOException {
    Path jar = Files.write(folder.resolve("a.jar"), zip(2, ZipEntry.STORED));

    JarDirectory directory = JarDirectory.of(jar);

    assertThat(heads(directory, 100)).containsExactly(text(0), text(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
  void readsAllThatAnEntryHolds(int method) throws IOException {
    Path jar = Files.write(folder.resolve("a.jar"), zip(3, method));

    JarDirectory directory = JarDirectory.of(jar);

    List<String> contents = new ArrayList<>();
    directory.contents(
        directory.entries(),
        (entry, bytes) -> contents.add(new String(bytes, StandardCharsets.UTF_8)));
    assertThat(contents).containsExactly(text(0), text(1), text(2));
    assertThat(directory.content("folder/1.txt"))
        .hasValueSatisfying(
            bytes -> assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo(text(1)));
    assertThat(directory.content("folder/3.txt")).isEmpty();
  }

  @Test
  void readsBehindAScript() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("#!/bin/sh\nexec java -jar $0\n".getBytes(StandardCharsets.UTF_8));
    bytes.write(zip(3, ZipEntry.DEFLATED));
    Path jar = Files.write(folder.resolve("a.jar"), bytes.toByteArray());

    JarDirectory directory = JarDirectory.of(jar);

    assertThat(heads(directory, 4)).containsExactly("0 is", "1 is", "2 is");
  }

  @Test
  void refusesWhatIsNoJar() throws IOException {
    Path jar = Files.writeString(folder.resolve("a.jar"), "no jar, but as long as one has to be");

    assertThatThrownBy(() -> JarDirectory.of(jar))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot read " + jar + ": ");
  }

  private static List<String> heads(JarDirectory directory, int length) {
    List<String> heads = new ArrayList<>();
    directory.heads(
        directory.entries(),
        length,
        (entry, bytes) -> heads.add(new String(bytes, StandardCharsets.UTF_8)));
    return heads;
  }

  private static byte[] zip(int count, int method) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(method);
      zip.setComment("made for a test");
      zip.putNextEntry(folder(method));
      for (int i = 0; i < count; i++) {
        ZipEntry entry = new ZipEntry("folder/" + i + ".txt");
        byte[] content = text(i).getBytes(StandardCharsets.UTF_8);
        entry.setSize(content.length);
        entry.setCrc(crc(text(i)));
        zip.putNextEntry(entry);
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  private static ZipEntry folder(int method) {
    ZipEntry folder = new ZipEntry("folder/");
    if (method == ZipEntry.STORED) {
      folder.setSize(0);
      folder.setCrc(0);
    }
    return folder;
  }

  private static String text(int number) {
    return number + " is the number of this";
  }

  private static long crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
