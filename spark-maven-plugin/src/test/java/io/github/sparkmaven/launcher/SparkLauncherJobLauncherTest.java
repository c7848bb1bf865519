/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.submit.Application;
import io.github.sparkmaven.submit.LaunchCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts a script in the place of a home's spark-submit. */
@Timeout(60)
class SparkLauncherJobLauncherTest {
  @TempDir Path folder;

  @Test
  void startsTheHomesSparkSubmitAndKeepsItsExitCode() throws Exception {
    Path home = folder.resolve("a home");
    Path script = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.writeString(
        script,
        "#!/bin/sh\nprintf '[%s]\\n' \"$SPARK_HOME\" \"$JAVA_HOME\" \"$MARK\" \"$PWD\" \"$@\"; exit 42\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path properties = Files.writeString(folder.resolve("spark.conf"), "spark.acme.password s3\n");
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Process process =
        new SparkLauncherJobLauncher()
            .launch(
                new LaunchCommand(
                    new SparkHome(home, "a test"),
                    new JavaHome(Path.of("/a jdk"), 17),
                    new Target(
                        Manager.STANDALONE,
                        "spark://master:7077",
                        DeployMode.CLIENT,
                        LayeredConf.empty()),
                    Application.ofJar(
                        Path.of("/a job.jar"),
                        "com.acme.Clustering",
                        List.of("--k", "", "two words")),
                    Optional.empty(),
                    properties,
                    folder,
                    Map.of("MARK", "of the test")));
    ProcessEnd end = new FollowedProcess(process, lines::add, line -> {}).await(Optional.empty());

    assertThat(end.exitCode()).isEqualTo(42);
    assertThat(lines)
        .startsWith("[" + home + "]", "[/a jdk]", "[of the test]", "[" + folder.toRealPath() + "]")
        .containsSubsequence("[--master]", "[spark://master:7077]")
        .containsSubsequence("[--properties-file]", "[" + properties + "]")
        .containsSubsequence("[--class]", "[com.acme.Clustering]")
        .endsWith("[/a job.jar]", "[--k]", "[]", "[two words]");
    assertThat(String.join(" ", lines)).doesNotContain("s3");
  }
}
