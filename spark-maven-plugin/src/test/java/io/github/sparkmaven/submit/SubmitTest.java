/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.ClusterClients;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.plan.Job;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.JobFailedException;
import io.github.sparkmaven.tuning.WorkloadExample;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SubmitTest {
  private static final ClusterExample STANDALONE =
      ClusterExample.of("standalone", 2, 4, "8g").with("master", "spark://master:7077");
  private static final ClusterExample KUBERNETES =
      ClusterExample.of("kubernetes", 2, 4, "8g").with("master", "k8s://far");
  private static final ClusterExample LOCAL =
      ClusterExample.nothing().with("manager", "local").with("master", "local[2]");

  @TempDir Path folder;
  private final Heard heard = new Heard();
  private final FakeCluster cluster = new FakeCluster();
  private final ClusterClients clusters = (target, jvm) -> cluster;
  private final List<LaunchCommand> launched = new ArrayList<>();
  private Path jar;

  @BeforeEach
  void packageJob() throws IOException {
    jar = Files.createFile(folder.resolve("job.jar"));
  }

  @Test
  void succeedsWhenTheJobDoes() {
    SubmitResult result =
        submit(
            STANDALONE,
            "echo 'app ID app-20261122164942-0003' >&2; echo 'clusters: 2'; echo last >&2");

    assertThat(result.applicationId()).contains("app-20261122164942-0003");
    assertThat(result.log()).isEqualTo(logFile());
    assertThat(heard.started())
        .containsExactly(folder.resolve("home") + " spark://master:7077 driver.log");
    assertThat(heard.printed()).containsExactly("clusters: 2");
    assertThat(heard.noted()).containsExactly("Application app-20261122164942-0003");
  }

  @Test
  void keepsBothOutputsInTheLog() throws IOException {
    submit(STANDALONE, "echo to stdout; echo to stderr >&2");

    assertThat(Files.readAllLines(logFile())).containsExactlyInAnyOrder("to stdout", "to stderr");
  }

  @Test
  void tellsTheLauncherWhatToStart() {
    submit(LOCAL, "exit 0");

    LaunchCommand command = launched.get(0);
    assertThat(command.home().path()).isEqualTo(folder.resolve("home"));
    assertThat(command.java()).isEqualTo(java(17));
    assertThat(command.target().master()).isEqualTo("local[2]");
    assertThat(command.application().mainClass()).contains("com.acme.Clustering");
    assertThat(command.application().resource()).isEqualTo(jar.toString());
    assertThat(command.application().arguments()).containsExactly("--k", "", "2");
  }

  @Test
  void hidesTheSettingsInAFileThatIsGoneAfterwards() throws IOException {
    submit(STANDALONE, "ls -l \"$1\" | cut -c1-10; cat \"$1\"");

    assertThat(heard.printed())
        .startsWith("-rw-------")
        .contains("spark.acme.password s3cr3t", "spark.master spark://master:7077");
    assertThat(launched.get(0).propertiesFile()).doesNotExist();
    assertThat(filesOfSubmission()).containsExactly("driver.log");
  }

  @Test
  void deletesTheSettingsOfAJobThatFailed() throws IOException {
    assertThatThrownBy(() -> submit(STANDALONE, "exit 1")).isInstanceOf(JobFailedException.class);

    assertThat(filesOfSubmission()).containsExactly("driver.log");
  }

  @Test
  void tellsTheExitCodeTheCauseAndTheLog() {
    String script =
        "echo 'Exception in thread \"main\" java.lang.RuntimeException: outer' >&2;"
            + "echo 'Caused by: java.lang.ArithmeticException: / by zero' >&2;"
            + "exit 3";

    assertThatThrownBy(() -> submit(STANDALONE, script))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(
            """
            job com.acme.Clustering: failed with exit code 3
                Cause: java.lang.ArithmeticException: / by zero
                Log:   %s\
            """,
            logFile());
  }

  @Test
  void tellsTheExitCodeWhereTheLogSaysNothing() {
    assertThatThrownBy(() -> submit(STANDALONE, "exit 42"))
        .isInstanceOf(JobFailedException.class)
        .hasMessage("job com.acme.Clustering: failed with exit code 42\n    Log:   %s", logFile());
  }

  @Test
  void failsWhenTheProgramRanLocallyAndTheClusterNeverSawIt() {
    assertThatThrownBy(
            () ->
                submit(
                    STANDALONE, "echo 'INFO Executor: Starting executor ID driver on host h' >&2"))
        .isInstanceOf(JobFailedException.class)
        .hasMessageContaining("ended well, but in local mode")
        .hasMessageEndingWith("Next:  Remove setMaster or master(...) from the program");
  }

  @Test
  void letsALocalJobRunLocally() {
    submit(LOCAL, "echo 'INFO Executor: Starting executor ID driver on host h' >&2");

    assertThat(launched).hasSize(1);
  }

  @Test
  void endsAJobWhoseTimeIsUp() {
    SubmitRequest request =
        request(STANDALONE, Optional.of(new TimeLimit(Duration.ofMillis(500))), 17);

    assertThatThrownBy(
            () ->
                new Submit(launcher("sleep 50"), clusters, heard, Clock.systemUTC(), new Random(1))
                    .run(request))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(
            "job com.acme.Clustering: did not end within 500ms and was ended, with every process"
                + " that it started\n"
                + "    Log:   %s\n"
                + "    Next:  Raise submit/timeout, or look for what it waits for in the log",
            logFile());
  }

  @Test
  void endsOnTheClusterWhatADriverThatWasKilledHasLeft() {
    assertThatThrownBy(() -> submit(KUBERNETES, "kill -9 $$"))
        .isInstanceOf(JobFailedException.class)
        .hasMessageStartingWith("job com.acme.Clustering: failed with exit code 137");
    assertThat(cluster.killed()).containsExactly("spark-maven-" + submission().getFileName());
  }

  @Test
  void endsNothingAfterADriverThatCouldTidyUp() {
    assertThatThrownBy(() -> submit(KUBERNETES, "exit 3")).isInstanceOf(JobFailedException.class);
    assertThat(cluster.killed()).isEmpty();
  }

  @Test
  void refusesAClusterWithoutAMaster() {
    refuses(
        ClusterExample.of("standalone", 2, 4, "8g"),
        "cluster/master: is missing, and a cluster is reached by its URL. Give it in the"
            + " POM, as in <master>spark://host:7077</master>, or -Dspark.master=spark://host:7077");
  }

  @Test
  void refusesAMissingJar() throws IOException {
    Files.delete(jar);

    refuses(
        STANDALONE, "job: there is no packaged job at " + jar + ". Run mvn package spark:submit");
  }

  @Test
  void refusesAJdkThatSparkCannotRunOn() {
    SubmitRequest request = request(STANDALONE, Optional.empty(), 25);

    assertThatThrownBy(
            () ->
                new Submit(launcher("exit 0"), clusters, heard, Clock.systemUTC(), new Random(1))
                    .run(request))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("JDK 25: Spark 4.1.0 cannot run on it");
    assertThat(launched).isEmpty();
  }

  @Test
  void tellsThatSparkSubmitCannotBeStarted() throws IOException {
    IOException failure = new IOException("error=2, No such file or directory");
    JobLauncher broken =
        command -> {
          throw failure;
        };

    assertThatThrownBy(
            () ->
                new Submit(broken, clusters, heard, Clock.systemUTC(), new Random(1))
                    .run(request(STANDALONE, Optional.empty(), 17)))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot start %s: error=2, No such file or directory",
            folder.resolve("home/bin/spark-submit"))
        .hasCause(failure);
    assertThat(filesOfSubmission()).containsExactly("driver.log");
  }

  private void refuses(ClusterExample cluster, String message) {
    assertThatThrownBy(() -> submit(cluster, "exit 0"))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
    assertThat(launched).isEmpty();
  }

  @Test
  void letsNoOtherLookAroundUntilItHasStarted() throws Exception {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch mayStart = new CountDownLatch(1);
    JobLauncher slow =
        command -> {
          starting.countDown();
          try {
            mayStart.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return new ProcessBuilder("true").start();
        };
    CompletableFuture<SubmitResult> first = CompletableFuture.supplyAsync(() -> submit(slow));
    starting.await();

    CompletableFuture<SubmitResult> second =
        CompletableFuture.supplyAsync(() -> submit(launcher("exit 0")));

    assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(cluster.searched()).as("by the first alone").isOne();
    mayStart.countDown();
    assertThat(first.get().state()).isEqualTo(ApplicationState.SUCCEEDED);
    assertThat(second.get().state()).isEqualTo(ApplicationState.SUCCEEDED);
  }

  @Test
  void looksAgainForWhatAnEndedProcessHasSent() {
    ApplicationReport earlier = ApplicationReport.of("app-1", ApplicationState.RUNNING, "");
    cluster.finds(new ClusterClient.Search(true, List.of(earlier), ""));

    new Submit(launcher("exit 0"), clusters, heard, Clock.systemUTC(), new Random(1))
        .run(request(STANDALONE, Optional.empty(), 17, OnRunning.REPLACE));

    assertThat(cluster.searched()).isEqualTo(2);
    assertThat(cluster.killed()).containsExactly("app-1");
  }

  private SubmitResult submit(JobLauncher launcher) {
    return new Submit(launcher, clusters, heard, Clock.systemUTC(), new Random())
        .run(request(STANDALONE, Optional.empty(), 17));
  }

  private SubmitResult submit(ClusterExample cluster, String script) {
    return new Submit(launcher(script), clusters, heard, Clock.systemUTC(), new Random(1))
        .run(request(cluster, Optional.empty(), 17));
  }

  /** Starts a shell script in the place of spark-submit; the properties file is its argument. */
  private JobLauncher launcher(String script) {
    return command -> {
      launched.add(command);
      return new ProcessBuilder("sh", "-c", script, "sh", command.propertiesFile().toString())
          .start();
    };
  }

  private SubmitRequest request(ClusterExample cluster, Optional<TimeLimit> timeout, int jdk) {
    return request(cluster, timeout, jdk, OnRunning.FAIL);
  }

  private SubmitRequest request(
      ClusterExample cluster, Optional<TimeLimit> timeout, int jdk, OnRunning onRunning) {
    Plan plan = plan(cluster);
    return new SubmitRequest(
        new Project("com.acme:clustering", Optional.empty(), "default"),
        Application.ofJar(jar, "com.acme.Clustering", plan.job().arguments()),
        PlannedTarget.of(plan),
        plan.spark(),
        new HomeJvm(
            () -> new SparkHome(folder.resolve("home"), "a test"),
            java(jdk),
            folder.resolve("runner.jar"),
            Optional.of(folder.resolve("site")),
            Map.of()),
        folder.resolve("submissions"),
        folder,
        new SubmitOptions(WaitFor.END, timeout, onRunning, Optional.empty()),
        NextSteps.MAVEN);
  }

  private static Plan plan(ClusterExample cluster) {
    return Planning.plan(
        new PlanRequest(
            new SparkVersion("4.1.0", "2.13"),
            17,
            "default",
            new Job(
                Optional.empty(),
                Optional.of("com.acme.Clustering"),
                Optional.empty(),
                List.of("--k", "", "2")),
            cluster.declared(),
            WorkloadExample.jvm().workload(),
            LayeredConf.empty().with(Layer.PLUGIN, Map.of("spark.acme.password", "s3cr3t"), "conf"),
            Optional.empty(),
            ClusterExample.MACHINE,
            Path.of("/build/target/spark/plans/default"),
            List.of()));
  }

  private JavaHome java(int feature) {
    return new JavaHome(folder.resolve("jdk"), feature);
  }

  private Path logFile() {
    return submission().resolve("driver.log");
  }

  private Path submission() {
    try (Stream<Path> files = Files.list(folder.resolve("submissions"))) {
      return files.filter(Files::isDirectory).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> filesOfSubmission() throws IOException {
    try (Stream<Path> files = Files.list(submission())) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
