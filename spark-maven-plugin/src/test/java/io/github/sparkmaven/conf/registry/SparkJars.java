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
  private static final Map<String, KeyRegistry> READ = new HashMap<>();

  private SparkJars() {}

  static List<Path> of(String version) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/spark-jars"))) {
      return files.filter(file -> file.toString().endsWith("-" + version + ".jar")).toList();
    }
  }

  /** Returns the registry of a version, the documented keys included. */
  public static synchronized KeyRegistry registry(String version) throws IOException {
    if (!READ.containsKey(version)) {
      READ.put(version, DocumentedKeys.addedTo(RegistryReader.read(of(version))));
    }
    return READ.get(version);
  }
}
