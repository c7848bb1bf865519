/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.files.Digest;
import io.github.sparkmaven.files.FolderLock;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.files.LastUse;
import io.github.sparkmaven.files.UnusedFolders;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Assembles a Spark home out of resolved jars: links, not copies, shared between builds, complete
 * or absent.
 *
 * <p>Its name holds a digest of the jars' paths and of our scripts, so that another local
 * repository, another set of modules or another version of the plugin makes another home, and
 * builds that run at once can only make the same one.
 */
public final class HomeAssembler {
  private final Path homes;
  private final Clock clock;
  private final UnusedFolders unused;

  /** Keeps homes in a folder of the cache. */
  public HomeAssembler(Path cacheFolder) {
    this(cacheFolder, Clock.systemUTC());
  }

  /** Keeps homes in a folder of the cache, as long as they are used now and then. */
  HomeAssembler(Path cacheFolder, Clock clock) {
    this.homes = homes(cacheFolder);
    this.clock = clock;
    this.unused = new UnusedFolders(clock, UnusedFolders::ofThisMachine, HomeAssembler::dangles);
  }

  /** Returns where homes are kept in a cache. */
  public static Path homes(Path cacheFolder) {
    return cacheFolder.resolve("homes");
  }

  /**
   * Returns the home of these jars, which is made unless it is there.
   *
   * @param jars every jar of Spark and its dependencies
   * @throws EnvironmentException if it cannot be made
   */
  public SparkHome assemble(SparkVersion version, List<Path> jars) {
    try {
      Path home = home(version, jars);
      // Noted before it is looked at, so that no other build removes it in between.
      LastUse.note(home, clock);
      if (!complete(home, jars)) {
        FolderLock.hold(homes, () -> make(home, version, jars));
      }
      return new SparkHome(home, "assembled from the project's Spark artifacts");
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot assemble a Spark home in " + homes + ": " + e + "; is the folder writable?", e);
    }
  }

  private void make(Path home, SparkVersion version, List<Path> jars) throws IOException {
    // Another build may have made it in the meantime; a home that is complete may be in use, and is
    // never moved away.
    if (complete(home, jars)) {
      return;
    }
    Path building = Files.createTempDirectory(homes, ".building");
    try {
      fill(building, version, jars);
      if (!Folders.moveUnlessThere(building, home)) {
        Folders.replace(building, home);
      }
    } finally {
      Folders.delete(building);
    }
    unused.remove(homes, home);
  }

  private Path home(SparkVersion version, List<Path> jars) throws IOException {
    return homes.resolve(
        "spark-" + version.version() + "-scala-" + version.scalaVersion() + "-" + digest(jars));
  }

  private static boolean complete(Path home, List<Path> jars) throws IOException {
    if (!Files.isExecutable(home.resolve("bin/spark-submit"))) {
      return false;
    }
    // A link whose target was purged from the local repository makes the home unusable.
    for (Path jar : jars) {
      if (!Files.exists(home.resolve("jars").resolve(name(jar)))) {
        return false;
      }
    }
    return true;
  }

  /** Says whether a jar of the local repository that a home links to was purged. */
  public static boolean dangles(Path home) throws IOException {
    try (Stream<Path> links = Files.list(home.resolve("jars"))) {
      return links.anyMatch(link -> !Files.exists(link));
    }
  }

  private static void fill(Path home, SparkVersion version, List<Path> jars) throws IOException {
    Path jarsFolder = Files.createDirectories(home.resolve("jars"));
    for (Path jar : jars) {
      Files.createSymbolicLink(jarsFolder.resolve(name(jar)), jar.toAbsolutePath());
    }
    Path bin = Files.createDirectories(home.resolve("bin"));
    HomeScripts.write(bin, version, HomeScripts.AS_IT_IS);
    Files.writeString(
        home.resolve("RELEASE"),
        "Spark " + version.version() + " assembled from Maven artifacts\n",
        StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String name(Path jar) {
    return Objects.requireNonNull(jar.getFileName()).toString();
  }

  private static String digest(List<Path> jars) throws IOException {
    StringBuilder text =
        new StringBuilder(
            jars.stream()
                .map(jar -> jar.toAbsolutePath().toString())
                .sorted()
                .collect(Collectors.joining("\n")));
    text.append(HomeScripts.text());
    return Digest.of(text.toString(), 12);
  }
}
