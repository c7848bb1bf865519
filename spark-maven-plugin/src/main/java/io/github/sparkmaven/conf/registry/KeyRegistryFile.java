/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import io.github.sparkmaven.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A registry as a file of lines with tabs, which reads faster than JSON.
 *
 * <p>The first line holds the format's version and the number of the lines below it, so that a file
 * that was cut off, or is of another version, is told from a whole one.
 */
final class KeyRegistryFile {
  // To be raised whenever the lines, or what the reader finds in a jar, change.
  private static final String FORMAT = "spark-keys 1";

  private KeyRegistryFile() {}

  /** Returns where the registry of these jars is kept. */
  static Path path(SparkVersion version, List<Path> jars, Path cacheFolder) {
    String name = version.version() + "-" + version.scalaVersion() + "-" + digest(jars) + ".tsv";
    return cacheFolder.resolve("registry").resolve(name);
  }

  /** The size is in it because vendors, and snapshots, change a jar under the same name. */
  private static String digest(List<Path> jars) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path jar : jars.stream().sorted().toList()) {
        String line = jar.getFileName() + " " + jar.toFile().length() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static void write(Path file, KeyRegistry registry) {
    List<String> lines = new ArrayList<>();
    registry.keys().values().forEach(entry -> lines.add(line(entry)));
    registry.prefixes().forEach(prefix -> lines.add("P\t" + prefix));
    registry.retired().values().forEach(key -> lines.add(line(key)));
    AtomicFile.write(file, FORMAT + " " + lines.size() + "\n" + String.join("\n", lines) + "\n");
  }

  private static String line(KeyEntry entry) {
    return String.join(
        "\t",
        "K",
        entry.key(),
        entry.origin().name(),
        entry.type().name(),
        entry.unit(),
        String.valueOf(entry.list()),
        String.valueOf(entry.anyCase()),
        String.join("|", entry.values()));
  }

  private static String line(RetiredKey key) {
    return String.join(
        "\t",
        "R",
        key.key(),
        key.since(),
        key.advice(),
        String.valueOf(key.refusedUnless().isPresent()),
        key.refusedUnless().orElse(""));
  }

  /** Reads a registry; a file that is absent, cut off or of another kind is no registry. */
  static Optional<KeyRegistry> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      boolean whole = !lines.isEmpty() && lines.get(0).equals(FORMAT + " " + (lines.size() - 1));
      return whole ? Optional.of(parse(lines.subList(1, lines.size()))) : Optional.empty();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static KeyRegistry parse(List<String> lines) {
    Map<String, KeyEntry> keys = new HashMap<>();
    Set<String> prefixes = new TreeSet<>();
    Map<String, RetiredKey> retired = new HashMap<>();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case "K" -> keys.put(fields[1], entry(fields));
        case "P" -> prefixes.add(fields[1]);
        case "R" -> retired.put(fields[1], retired(fields));
        default -> throw new IllegalArgumentException(line);
      }
    }
    return new KeyRegistry(keys, prefixes, retired);
  }

  private static KeyEntry entry(String[] fields) {
    List<String> values =
        fields[7].isEmpty() ? List.of() : Arrays.asList(fields[7].split("[|]", -1));
    return new KeyEntry(
        fields[1],
        Origin.valueOf(fields[2]),
        ValueType.valueOf(fields[3]),
        fields[4],
        Boolean.parseBoolean(fields[5]),
        values,
        Boolean.parseBoolean(fields[6]));
  }

  private static RetiredKey retired(String[] fields) {
    Optional<String> refusedUnless =
        Boolean.parseBoolean(fields[4]) ? Optional.of(fields[5]) : Optional.empty();
    return new RetiredKey(fields[1], fields[2], fields[3], refusedUnless);
  }
}
