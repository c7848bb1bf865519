/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyCheck;
import io.github.sparkmaven.conf.registry.KeyRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that the project's Spark knows, read from its jars: these alone are resolved, without
 * what they depend on.
 */
final class KeysOfProject {
  // Every module of a distribution that has keys, core first; some came with later versions.
  private static final List<String> MODULES =
      List.of(
          "core",
          "catalyst",
          "common-utils",
          "hive",
          "kubernetes",
          "kvstore",
          "mllib",
          "network-common",
          "network-shuffle",
          "sql",
          "sql-api",
          "streaming",
          "unsafe",
          "yarn");

  private final ProjectContext context;

  KeysOfProject(ProjectContext context) {
    this.context = context;
  }

  /** Returns the check of keys for a Spark, where its jars can be had. */
  Optional<KeyCheck> check(SparkVersion spark) {
    List<Path> jars = new ArrayList<>();
    // A module that is not there must not make its own keys look like slips.
    Set<String> allowed = new HashSet<>(context.declaration().allowedKeys());
    for (String module : MODULES) {
      Optional<Path> jar = context.resolver().jarIfThere(SparkOfProject.module(module, spark));
      if (jar.isEmpty() && module.equals("core")) {
        return Optional.empty();
      }
      jar.ifPresentOrElse(jars::add, () -> allowed.add("spark." + module + ".*"));
    }
    return Optional.of(
        new KeyCheck(KeyRegistry.of(spark, jars, context.cacheFolder()), Set.copyOf(allowed)));
  }
}
