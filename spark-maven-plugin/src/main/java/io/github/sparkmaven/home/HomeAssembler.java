/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Assembles a Spark home out of resolved jars: links, not copies, shared between builds, complete
 * or absent.
 *
 * <p>Its name holds a digest of the jars' paths, so that another local repository or another set of
 * modules makes another home, and builds that run at once can only make the same one.
 */
public final class HomeAssembler {
  private final Path homes;

  /** Keeps homes in a folder of the cache. */
  public HomeAssembler(Path cacheFolder) {
    this.homes = cacheFolder.resolve("homes");
  }

  /**
   * Returns the home of these jars, which is made unless it is there.
   *
   * @param jars every jar of Spark and its dependencies
   * @throws EnvironmentException if it cannot be made
   */
  public SparkHome assemble(SparkVersion version, List<Path> jars) {
    Path home =
        homes.resolve(
            "spark-" + version.version() + "-scala-" + version.scalaVersion() + "-" + digest(jars));
    try {
      if (!complete(home, jars)) {
        Files.createDirectories(homes);
        Path building = Files.createTempDirectory(homes, ".building");
        try {
          fill(building, version, jars);
          Folders.replace(building, home);
        } finally {
          Folders.delete(building);
        }
      }
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot assemble a Spark home in " + homes + ": " + e + "; is the folder writable?", e);
    }
    return new SparkHome(home, "assembled from the project's Spark artifacts");
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

  private static void fill(Path home, SparkVersion version, List<Path> jars) throws IOException {
    Path jarsFolder = Files.createDirectories(home.resolve("jars"));
    for (Path jar : jars) {
      Files.createSymbolicLink(jarsFolder.resolve(name(jar)), jar.toAbsolutePath());
    }
    Path bin = Files.createDirectories(home.resolve("bin"));
    script(bin.resolve("spark-class"), version);
    script(bin.resolve("spark-submit"), version);
    Files.writeString(
        home.resolve("RELEASE"),
        "Spark " + version.version() + " assembled from Maven artifacts\n",
        StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void script(Path file, SparkVersion version) throws IOException {
    String resource = file.getFileName().toString();
    try (InputStream stream =
        Objects.requireNonNull(HomeAssembler.class.getResourceAsStream(resource), resource)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(file, text.replace("@scalaVersion@", version.scalaVersion()));
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String name(Path jar) {
    return Objects.requireNonNull(jar.getFileName()).toString();
  }

  private static String digest(List<Path> jars) {
    return hash(jars.stream()
            .map(jar -> jar.toAbsolutePath().toString())
            .sorted()
            .collect(Collectors.joining("\n")))
        .substring(0, 12);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
