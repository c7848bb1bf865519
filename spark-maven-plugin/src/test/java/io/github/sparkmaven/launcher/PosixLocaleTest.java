/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.submit.Application;
import io.github.sparkmaven.submit.LaunchCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Launches from JVMs of several locales; a script stands in the place of spark-submit. */
@Timeout(60)
class PosixLocaleTest {
  private static final List<String> ARGUMENTS =
      List.of("Gr\u00f6\u00dfe \u96ea \ud83d\ude80", "it's $HOME `id`", "two\nlines\n", "", "\t");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"C", "C.UTF-8"})
  void passesWordsByteForByte(String locale) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path script =
        Files.writeString(
            bin.resolve("spark-submit"),
            """
            #!/bin/sh
            while [ "$1" != /job.jar ]; do shift; done; shift
            printf '%s\\0' "$LC_ALL" "$CITY" "$@"
            exit 42
            """);
    Path settings = Files.createFile(folder.resolve("spark.conf"));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Launching.class.getName(),
            folder.toString());
    builder.environment().put("LC_ALL", locale);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(printed).isEqualTo("C.UTF-8\0K\u00f6ln\0" + String.join("\0", ARGUMENTS) + "\0");
    assertThat(process.waitFor()).isEqualTo(42);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(bin, settings);
    }
  }

  /** The JVM that launches. */
  static final class Launching {
    private Launching() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      Path home = Path.of(args[0]);
      Process process =
          new SparkLauncherJobLauncher()
              .launch(
                  new LaunchCommand(
                      new SparkHome(home, "a test"),
                      new JavaHome(Path.of(System.getProperty("java.home")), 17),
                      new Target(Manager.LOCAL, "local", DeployMode.CLIENT, LayeredConf.empty()),
                      Application.ofJar(Path.of("/job.jar"), "com.acme.Job", ARGUMENTS),
                      Optional.empty(),
                      home.resolve("spark.conf"),
                      home,
                      Map.of("CITY", "K\u00f6ln")));
      process.getInputStream().transferTo(System.out);
      process.getErrorStream().transferTo(System.err);
      System.out.flush();
      System.exit(process.waitFor());
    }
  }
}
