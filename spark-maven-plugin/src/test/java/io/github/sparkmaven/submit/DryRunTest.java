/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the printed command with sh; a script stands in the place of a home's spark-submit. */
@Timeout(60)
class DryRunTest {
  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void makeHome() throws IOException {
    folder = Files.createDirectories(root.resolve("a 'folder'")).toRealPath();
    Path script = Files.createDirectories(folder.resolve("home/bin")).resolve("spark-submit");
    Files.writeString(
        script,
        "#!/bin/sh\n"
            + "printf '[%s]\\n' \"$PWD\" \"$JAVA_HOME\" \"$SPARK_LOCAL_IP\" \"$SPARK_CONF_DIR\""
            + " \"$PLAIN\" \"$DB_PASSWORD\" \"$@\"\nexit 42\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void printsACommandThatAShellRunsAsItIsMeant() throws Exception {
    List<String> arguments =
        List.of("--k", "", "two words", "it's $HOME `id` \\ \"x\"", "two\nlines\n", "Größe 雪", "~");
    String command = DryRun.command(request(arguments));

    assertThat(run(command))
        .isEqualTo(
            "["
                + String.join(
                    "]\n[",
                    folder.toString(),
                    "/a jdk",
                    "127.0.0.1",
                    folder.resolve("site").toString(),
                    "of the POM",
                    "s3cr3t of env",
                    "--master",
                    "local[2]",
                    "--deploy-mode",
                    "client",
                    "--properties-file",
                    file("spark.conf").toString(),
                    "--class",
                    "com.acme.Job",
                    "--jars",
                    "/a.jar,/b c.jar",
                    "--proxy-user",
                    "etl",
                    folder.resolve("job.jar").toString(),
                    "--k",
                    "",
                    "two words",
                    "it's $HOME `id` \\ \"x\"",
                    "two\nlines\n",
                    "Größe 雪",
                    "~")
                + "]\n42\n");
  }

  @Test
  void keepsSecretsInPrivateFiles() throws Exception {
    String command =
        DryRun.command(request(List.of("--password", "s3cr3t of argument", "--token=s3cr3t two")));

    assertThat(command).doesNotContain("s3cr3t");
    assertThat(run(command))
        .contains("[s3cr3t of env]")
        .endsWith("[--password]\n[s3cr3t of argument]\n[--token=s3cr3t two]\n42\n");
    assertThat(Files.readString(file("spark.conf")))
        .contains("spark.acme.password s3cr3t\n", "spark.master local[2]\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("spark.conf"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("variables.sh"))))
        .isEqualTo("rw-------");
  }

  private Path file(String name) {
    return folder.resolve("target/spark/submissions/dry-run").resolve(name);
  }

  private static String run(String command) throws Exception {
    Path script = Files.writeString(Files.createTempFile("pasted", ".sh"), command + "\necho $?\n");
    Process process = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(script);
    return output;
  }

  private SubmitRequest request(List<String> arguments) {
    return new SubmitRequest(
        new Project("com.acme:job", Optional.empty(), "default"),
        new Application(
            "job com.acme.Job",
            folder.resolve("job.jar").toString(),
            Optional.empty(),
            Optional.of("com.acme.Job"),
            arguments,
            List.of("/a.jar", "/b c.jar"),
            List.of(),
            List.of(),
            List.of()),
        new Target(
            Manager.LOCAL,
            "local[2]",
            DeployMode.CLIENT,
            LayeredConf.empty()
                .with(
                    Layer.PLUGIN,
                    Map.of("spark.acme.password", "s3cr3t", "spark.master", "local[2]"),
                    "conf")),
        new SparkVersion("4.1.0", "2.13"),
        new HomeJvm(
            () -> new SparkHome(folder.resolve("home"), "a test"),
            new JavaHome(Path.of("/a jdk"), 17),
            folder.resolve("runner.jar"),
            Optional.of(folder.resolve("site")),
            Map.of(
                "PLAIN",
                "of the POM",
                "DB_PASSWORD",
                "s3cr3t of env",
                "SPARK_LOCAL_IP",
                "127.0.0.1")),
        folder.resolve("target/spark/submissions"),
        folder,
        new SubmitOptions(WaitFor.END, Optional.empty(), OnRunning.FAIL, Optional.of("etl")),
        NextSteps.MAVEN);
  }
}
