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
 * <p>Its name holds a digest of the jars' paths and of our scripts, so that another local
 * repository, another set of modules or another version of the plugin makes another home, and
 * builds that run at once can only make the same one.
 */
public final class HomeAssembler {
  private static final List<String> SCRIPTS = List.of("spark-class", "spark-submit");

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
    try {
      Path home = home(version, jars);
      if (!complete(home, jars)) {
        Files.createDirectories(homes);
        Path building = Files.createTempDirectory(homes, ".building");
        try {
          fill(building, version, jars);
          // A home that is complete may be in use: it is never moved away.
          if (!Folders.moveUnlessThere(building, home) && !complete(home, jars)) {
            Folders.replace(building, home);
          }
        } finally {
          Folders.delete(building);
        }
      }
      return new SparkHome(home, "assembled from the project's Spark artifacts");
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot assemble a Spark home in " + homes + ": " + e + "; is the folder writable?", e);
    }
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

  private static void fill(Path home, SparkVersion version, List<Path> jars) throws IOException {
    Path jarsFolder = Files.createDirectories(home.resolve("jars"));
    for (Path jar : jars) {
      Files.createSymbolicLink(jarsFolder.resolve(name(jar)), jar.toAbsolutePath());
    }
    Path bin = Files.createDirectories(home.resolve("bin"));
    for (String script : SCRIPTS) {
      script(bin.resolve(script), version);
    }
    Files.writeString(
        home.resolve("RELEASE"),
        "Spark " + version.version() + " assembled from Maven artifacts\n",
        StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void script(Path file, SparkVersion version) throws IOException {
    Files.writeString(file, template(name(file)).replace("@scalaVersion@", version.scalaVersion()));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String template(String script) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(HomeAssembler.class.getResourceAsStream(script), script)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
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
    for (String script : SCRIPTS) {
      text.append(template(script));
    }
    return hash(text.toString()).substring(0, 12);
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
