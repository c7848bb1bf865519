/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Spark's own jars, which the build puts into {@code target/spark-jars}, each read once. */
public final class SparkJars {
  private static final Map<String, KnownKeys> READ = new HashMap<>();

  private SparkJars() {}

  static List<Path> of(String version) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/spark-jars"))) {
      return files.filter(file -> file.toString().endsWith("-" + version + ".jar")).toList();
    }
  }

  /** Returns the registry of a version, the documented keys included. */
  public static KeyRegistry registry(String version) throws IOException {
    return known(version).registry();
  }

  /** Returns the keys of a version with what is said of them. */
  public static synchronized KnownKeys known(String version) throws IOException {
    if (!READ.containsKey(version)) {
      KnownKeys read = RegistryReader.readAll(of(version));
      READ.put(version, new KnownKeys(DocumentedKeys.addedTo(read.registry()), read.details()));
    }
    return READ.get(version);
  }
}
