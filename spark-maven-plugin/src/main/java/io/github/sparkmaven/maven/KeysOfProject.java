/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyCheck;
import io.github.sparkmaven.conf.registry.KeyRegistry;
import io.github.sparkmaven.conf.registry.KnownKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
    Set<String> allowed = new HashSet<>(context.declaration().allowedKeys());
    return jars(spark, module -> allowed.add("spark." + module + ".*"))
        .map(jars -> KeyRegistry.of(spark, jars, context.cacheFolder()))
        .map(registry -> new KeyCheck(registry, Set.copyOf(allowed)));
  }

  /** Returns the keys of a Spark with what its code says of them, where its jars can be had. */
  KnownKeys known(SparkVersion spark) {
    return jars(spark, module -> {})
        .map(jars -> KnownKeys.of(spark, jars, context.cacheFolder()))
        .orElseGet(KnownKeys::none);
  }

  // A module that is not there must not make its own keys look like slips.
  private Optional<List<Path>> jars(SparkVersion spark, Consumer<String> missing) {
    List<Path> jars = new ArrayList<>();
    for (String module : MODULES) {
      Optional<Path> jar = context.resolver().jarIfThere(SparkOfProject.module(module, spark));
      if (jar.isEmpty() && module.equals("core")) {
        return Optional.empty();
      }
      jar.ifPresentOrElse(jars::add, () -> missing.accept(module));
    }
    return Optional.of(jars);
  }
}
