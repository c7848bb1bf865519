/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient.Kill;
import io.github.sparkmaven.cluster.ClusterClient.Search;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.cluster.local.LocalProcesses.LocalProcess;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes that have the command line of a spark-submit, and do nothing else. */
class LocalClientTest {
  private static final long NOBODYS_PID = 999_999_999L;

  private final String project = UUID.randomUUID().toString();
  private final LocalClient client =
      new LocalClient(
          new Target(Manager.LOCAL, "local[2]", DeployMode.CLIENT, LayeredConf.empty()));
  private final LocalProcesses processes = new LocalProcesses();
  private final List<Process> started = new ArrayList<>();
  private Path submissions;

  @BeforeEach
  void folder(@TempDir Path target) throws IOException {
    submissions = Files.createDirectories(target.resolve("spark/submissions"));
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void findsARunningDriverByItsPropertiesFile() throws IOException {
    Process driver = driver("s1");

    Search search = client.search(project);

    assertThat(search.found()).hasSize(1);
    ApplicationReport found = search.found().get(0);
    assertThat(found.id()).isEqualTo("" + driver.pid());
    assertThat(found.state()).isEqualTo(ApplicationState.RUNNING);
    assertThat(found.tag()).contains(new Tag(project, "s1", "c1"));
    assertThat(found.since()).isEqualTo(driver.info().startInstant());
    assertThat(client.search("another").found()).isEmpty();
  }

  @Test
  void findsASubmissionWhoseFilesAreGone() throws IOException {
    Process driver = driver("s1");
    Files.delete(submissions.resolve("s1/spark-1.conf"));
    Files.delete(submissions.resolve("s1"));
    Files.delete(submissions);

    assertThat(processes.under(submissions).processes())
        .containsExactly(
            new LocalProcess(
                driver.pid(),
                driver.info().startInstant(),
                submissions.resolve("s1/spark-1.conf"),
                "s1"));
    assertThat(processes.under(submissions.resolveSibling("others")).processes()).isEmpty();
    assertThat(client.search(project).complete()).isFalse();
    assertThat(client.search(project).note())
        .contains(
            "the process " + driver.pid() + " whose " + submissions + "/s1/spark-1.conf is gone");
  }

  @Test
  void countsAShellAndWhatItStartedOnce() throws IOException, InterruptedException {
    Process shell = shell("s1");
    awaitDescendant(shell);

    assertThat(processes.under(submissions).processes())
        .extracting(LocalProcess::pid)
        .containsExactly(shell.pid());
  }

  @Test
  void killsADriverWithAllThatItStarted() throws IOException, InterruptedException {
    Process shell = shell("s1");
    ProcessHandle child = awaitDescendant(shell);

    Kill kill = client.kill("" + shell.pid());

    assertThat(kill.ended()).isTrue();
    assertThat(RunningProcess.runs(shell.toHandle())).isFalse();
    assertThat(RunningProcess.runs(child)).isFalse();
    assertThat(client.report("" + shell.pid()).state()).isEqualTo(ApplicationState.UNKNOWN);
  }

  @Test
  void leavesAProcessAloneThatIsNoSparkSubmit() throws IOException {
    Process stranger = start(List.of("sleep", "600"));
    String id = "" + stranger.pid();

    assertThat(client.report(id).state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.report(id).detail())
        .isEqualTo("the driver has ended: the process " + id + " is no spark-submit now");
    assertThat(client.kill(id).said())
        .isEqualTo("the driver had ended before: the process " + id + " is no spark-submit");
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void doesNotKnowHowAProcessEnded() {
    assertThat(client.report("" + NOBODYS_PID))
        .isEqualTo(
            ApplicationReport.unknown(
                "" + NOBODYS_PID,
                "the process "
                    + NOBODYS_PID
                    + " has ended, and its exit code is known only to what started it"));
    assertThat(client.report("app-1").state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(client.kill("" + NOBODYS_PID).ended()).isTrue();
  }

  @Test
  void namesCommandsOfTheSystem() {
    assertThat(client.lookCommand("42")).isEqualTo("ps -fp 42");
    assertThat(client.killCommand("42")).isEqualTo("kill 42");
    assertThatThrownBy(() -> client.logs("42", Path.of("none"))).isInstanceOf(IOException.class);
  }

  private Process driver(String submission) throws IOException {
    return start(words("read line", submission));
  }

  private Process shell(String submission) throws IOException {
    return start(words("(sleep 600; true) & wait", submission));
  }

  /** A shell's arguments stand for a JVM's. */
  private List<String> words(String script, String submission) throws IOException {
    return List.of(
        "bash",
        "-c",
        script,
        "org.apache.spark.deploy.SparkSubmit",
        "--properties-file",
        propertiesFile(submission).toString());
  }

  private Path propertiesFile(String submission) throws IOException {
    Path file = Files.createDirectories(submissions.resolve(submission)).resolve("spark-1.conf");
    return Files.writeString(
        file,
        "spark.maven.tag.project=%s\nspark.maven.tag.submission=%s\nspark.maven.tag.content=c1\n"
            .formatted(project, submission));
  }

  private Process start(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  private static ProcessHandle awaitDescendant(Process process) throws InterruptedException {
    while (process.descendants().findAny().isEmpty()) {
      Thread.onSpinWait();
    }
    return process.descendants().findAny().orElseThrow();
  }
}
