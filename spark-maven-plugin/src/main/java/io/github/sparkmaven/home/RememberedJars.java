/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.files.Digest;
import io.github.sparkmaven.files.LastUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Remembers which jars a home is made of, because resolving them takes longer than all else that a
 * warm home needs.
 *
 * <p>It counts only as long as every jar is where it was, and as large.
 */
public final class RememberedJars {
  private final Path folder;
  private final Clock clock;

  /** Remembers beside the homes in a folder of the cache. */
  public RememberedJars(Path cacheFolder) {
    this.folder = HomeAssembler.homes(cacheFolder);
    this.clock = Clock.systemUTC();
  }

  /**
   * Returns the jars that are remembered, else resolves and remembers them.
   *
   * @param identity what decides the jars, a line each
   */
  public List<Path> of(List<String> identity, Supplier<List<Path>> resolve) {
    Path file = folder.resolve(Digest.of(String.join("\n", identity), 16) + ".jars");
    Optional<List<Path>> known = read(file);
    if (known.isPresent()) {
      LastUse.note(file, clock);
      return known.get();
    }
    List<Path> jars = resolve.get();
    AtomicFile.write(file, text(jars));
    return jars;
  }

  private static String text(List<Path> jars) {
    return jars.stream()
        .map(jar -> size(jar) + " " + jar.toAbsolutePath() + "\n")
        .collect(Collectors.joining());
  }

  private static Optional<List<Path>> read(Path file) {
    try {
      List<Path> jars = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ", 2);
        Path jar = Path.of(words[1]);
        if (!Files.isRegularFile(jar) || size(jar) != Long.parseLong(words[0])) {
          return Optional.empty();
        }
        jars.add(jar);
      }
      return Optional.of(jars).filter(all -> !all.isEmpty());
    } catch (IOException | RuntimeException e) {
      // Absent, or not ours: they are resolved anew.
      return Optional.empty();
    }
  }

  private static long size(Path jar) {
    return jar.toFile().length();
  }
}
