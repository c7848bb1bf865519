/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * How an event log is compressed, by the end of its name; Spark's own codecs ({@code
 * spark.eventLog.compression.codec}) are libraries in its home.
 */
enum EventLogCodec {
  /** What people do with a log that they keep; not Spark's. */
  GZ("gz", "", ""),
  ZSTD("zstd", "zstd-jni-", "com.github.luben.zstd.ZstdInputStream"),
  LZ4("lz4", "lz4-java-", "net.jpountz.lz4.LZ4BlockInputStream"),
  SNAPPY("snappy", "snappy-java-", "org.xerial.snappy.SnappyInputStream"),
  LZF("lzf", "compress-lzf-", "com.ning.compress.lzf.LZFInputStream");

  private static final String IN_PROGRESS = ".inprogress";

  private final String ending;
  private final String jar;
  private final String stream;

  EventLogCodec(String ending, String jar, String stream) {
    this.ending = ending;
    this.jar = jar;
    this.stream = stream;
  }

  /** Returns the codec of a file; none where it is plain. */
  static Optional<EventLogCodec> of(Path file) {
    String name = String.valueOf(file.getFileName());
    String whole =
        name.endsWith(IN_PROGRESS) ? name.substring(0, name.length() - IN_PROGRESS.length()) : name;
    return Arrays.stream(values()).filter(codec -> whole.endsWith("." + codec.ending)).findFirst();
  }

  /**
   * Returns the plain text of a compressed stream.
   *
   * @param sparkHome asked for the library, where it is one of Spark's codecs
   */
  InputStream plain(InputStream compressed, Supplier<Path> sparkHome) throws IOException {
    return this == GZ
        ? new GZIPInputStream(compressed)
        : byLibrary(compressed, library(sparkHome.get().resolve("jars")));
  }

  private InputStream byLibrary(InputStream compressed, Path library) throws IOException {
    // Not closed: the stream needs it, and goes with it.
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {library.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    try {
      Class<?> type = loader.loadClass(stream);
      InputStream plain =
          (InputStream) type.getConstructor(InputStream.class).newInstance(compressed);
      if (this == ZSTD) {
        // The log of an application that runs ends amid a frame.
        type.getMethod("setContinuous", boolean.class).invoke(plain, true);
      }
      return plain;
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new EnvironmentException(
          "Cannot decompress the event log with " + library + ": " + e, e);
    }
  }

  private Path library(Path jars) throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      List<Path> found =
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith(jar))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new InputException(
            OtherConfs.WHERE,
            "the event log is compressed by "
                + ending
                + ", and "
                + jars
                + " holds no "
                + jar
                + "*.jar",
            this == ZSTD
                ? "Decompress it first, as with zstd -dc FILE > events.json"
                : "Give the running page of a history server instead, http://host:18080/history/…");
      }
      return found.get(0);
    }
  }
}
