/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.HomeAssembler;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.runner.enquiry.EnquiryMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Spark homes that the build resolved: each has another API client. */
enum Homes {
  /** With fabric8 6.7 over OkHttp. */
  SPARK_3_5("3.5.5", "2.12"),
  /** With fabric8 7.4 over Vert.x. */
  SPARK_4_1("4.1.0", "2.13");

  private static final Path RESOLVED = Path.of("target/spark/home/target").toAbsolutePath();

  private final String version;
  private final String scala;

  Homes(String version, String scala) {
    this.version = version;
    this.scala = scala;
  }

  SparkHome home() {
    return new HomeAssembler(Path.of("target").toAbsolutePath())
        .assemble(new SparkVersion(version, scala), jars());
  }

  Path job() {
    return RESOLVED.resolve("job-" + version + ".jar");
  }

  HomeJvm jvm() {
    JavaHome java = JavaHome.of(Path.of(System.getProperty("java.home")));
    return new HomeJvm(this::home, java, runner(), Optional.empty(), Map.of());
  }

  private List<Path> jars() {
    try {
      String classPath = Files.readString(RESOLVED.resolve(version + ".jars")).strip();
      return Arrays.stream(classPath.split(File.pathSeparator, -1)).map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the build has not resolved Spark " + version, e);
    }
  }

  private static Path runner() {
    try {
      return Path.of(EnquiryMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a code source is a file", e);
    }
  }
}
