/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherConfsTest {
  private static final String START =
      "{\"Event\":\"SparkListenerLogStart\",\"Spark Version\":\"3.5.5\"}\n";
  private static final String LOG =
      START
          + "{\"Event\":\"SparkListenerEnvironmentUpdate\",\"JVM Information\":{\"Java Home\":\"/j\"},"
          + "\"Spark Properties\":{\"spark.executor.memory\":\"4g\",\"spark.app.id\":\"local-1\"},"
          + "\"System Properties\":{\"spark.not\":\"this\"}}\n"
          + "{\"Event\":\"SparkListenerApplicationEnd\",\"Timestamp\":1}\n";
  private static final Map<String, String> SETTINGS =
      Map.of("spark.executor.memory", "4g", "spark.app.id", "local-1");

  @TempDir private Path folder;
  private final OtherConfs others = new OtherConfs(() -> folder);

  @Test
  void readsAPropertiesFileAsSparkDoes() {
    OtherConf conf = others.ofFile(write("old.conf", "# old\nspark.a  1\nother.b 2\n"));

    assertThat(conf.settings()).isEqualTo(Map.of("spark.a", "1"));
    assertThat(conf.ofApplication()).isFalse();
  }

  @Test
  void readsTheSettingsOfAnEventLog() {
    OtherConf conf = others.ofFile(write("local-1", LOG));

    assertThat(conf)
        .isEqualTo(new OtherConf("event log " + folder.resolve("local-1"), true, SETTINGS));
    assertThat(others.ofFile(write("local-2.inprogress", LOG)).settings()).isEqualTo(SETTINGS);
  }

  @Test
  void readsAGzippedEventLog() throws IOException {
    Path file = folder.resolve("local-1.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(LOG.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    assertThat(others.ofFile(file).settings()).isEqualTo(SETTINGS);
  }

  @Test
  void readsTheFirstFileOfARollingEventLog() throws IOException {
    Path log = Files.createDirectory(folder.resolve("eventlog_v2_local-1"));
    write("eventlog_v2_local-1/appstatus_local-1", "");
    write("eventlog_v2_local-1/events_10_local-1", START);
    write("eventlog_v2_local-1/events_2_local-1", LOG);

    assertThat(others.ofFile(log).settings()).isEqualTo(SETTINGS);
  }

  @Test
  void refusesAFolderWithoutEvents() {
    assertThatThrownBy(() -> others.ofFile(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "explain/diff: the folder %s holds no file of an event log, events_1_…. Give a folder eventlog_v2_…, or a file",
            folder);
  }

  @Test
  void refusesALogThatEndsBeforeTheSettings() {
    Path file = write("local-1", START);

    assertThatThrownBy(() -> others.ofFile(file))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "explain/diff: the event log %s has no SparkListenerEnvironmentUpdate with Spark's"
                + " settings. Give the log of an application that has started",
            file);
  }

  @Test
  void refusesADamagedLog() {
    Path file = write("local-1", LOG.substring(0, LOG.indexOf("4g")));

    assertThatThrownBy(() -> others.ofFile(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("explain/diff: the event log " + file + " cannot be read: ")
        .hasMessageEndingWith(". Give one that is whole");
  }

  @Test
  void refusesAFileOfNeitherKind() {
    Path file = write("notes.txt", "nothing of Spark\n");

    assertThatThrownBy(() -> others.ofFile(file))
        .hasMessage(
            "explain/diff: %s is neither an event log nor a properties file with a key of Spark."
                + " Give a spark-defaults.conf, or an event log",
            file);
  }

  @Test
  void saysHowToDecompressWhereTheHomeHasNoLibrary() throws IOException {
    Files.createDirectory(folder.resolve("jars"));
    Path file = write("local-1.zstd", "x");

    assertThatThrownBy(() -> others.ofFile(file))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "explain/diff: the event log is compressed by zstd, and %s holds no zstd-jni-*.jar."
                + " Decompress it first, as with zstd -dc FILE > events.json",
            folder.resolve("jars"));
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
