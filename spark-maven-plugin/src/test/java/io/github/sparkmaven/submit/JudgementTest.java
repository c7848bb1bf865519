/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.problem.JobFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementTest {
  private static final String POD = "default:driver";

  @TempDir Path folder;
  private final FakeCluster cluster = new FakeCluster();

  @Test
  void namesTheCommandThatLooksWhereNoFixIsKnown() {
    cluster.logs("counted 1000");

    assertThatThrownBy(() -> judge(DeployMode.CLUSTER, failed(POD)))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(
            """
            job com.acme.Job: failed on the cluster with exit code 3
                Cause: exit code 3
                Log:   %s
                Next:  Look at it with: look at default:driver\
            """,
            folder.resolve("cluster-driver.log"));
  }

  @Test
  void leavesItAtTheFixWhereOneIsKnown() {
    cluster.logs(
        "Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space\n\tat com.acme.Job");

    assertThatThrownBy(() -> judge(DeployMode.CLUSTER, failed(POD)))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(
            """
            job com.acme.Job: failed on the cluster with exit code 3
                Cause: java.lang.OutOfMemoryError: Java heap space, in the driver, whose heap is \
            limited by spark.driver.memory=1g
                Fix:   Raise spark.driver.memory, or collect less to the driver
                Log:   %s\
            """,
            folder.resolve("cluster-driver.log"));
  }

  @Test
  void saysNothingOfAClusterThatDoesNotRunTheDriver() {
    assertThatThrownBy(() -> judge(DeployMode.CLIENT, failed(POD)))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(
            """
            job com.acme.Job: failed with exit code 3
                Cause: exit code 3
                Log:   %s\
            """,
            folder.resolve("driver.log"));
  }

  @Test
  void saysWhyNobodyCanTell() {
    ApplicationReport ran = ApplicationReport.of(POD, ApplicationState.RUNNING, "");

    assertThatThrownBy(() -> judge(DeployMode.CLUSTER, ran))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(
            """
            job com.acme.Job: ended in a way that nobody can tell
                Cause: nobody knows default:driver
                Log:   %s
                Next:  Look at it with: look at default:driver\
            """,
            folder.resolve("driver.log"));
  }

  private void judge(DeployMode mode, ApplicationReport report) {
    Target target = new Target(Manager.KUBERNETES, "k8s://far", mode, LayeredConf.empty());
    SubmitOptions options =
        new SubmitOptions(WaitFor.END, Optional.empty(), OnRunning.FAIL, Optional.empty());
    Evidence evidence =
        new Evidence(
            target,
            WaitFor.END,
            false,
            List.of(),
            OptionalInt.of(mode == DeployMode.CLIENT ? 3 : 0),
            DriverFacts.NOTHING,
            Optional.of(report));
    Judgement.of(
            evidence,
            cluster,
            request(target, options),
            new Ticket(new Tag("project", "submission", "content"), folder),
            SubmitListener.SILENT)
        .result();
  }

  private SubmitRequest request(Target target, SubmitOptions options) {
    return new SubmitRequest(
        new Project("com.acme:job", Optional.empty(), "default"),
        Application.ofJar(folder.resolve("job.jar"), "com.acme.Job", List.of()),
        target,
        new SparkVersion("3.5.5", "2.12"),
        new HomeJvm(
            () -> new SparkHome(folder, "a test"),
            new JavaHome(folder, 17),
            folder.resolve("runner.jar"),
            Optional.empty(),
            Map.of()),
        folder,
        folder,
        options,
        NextSteps.MAVEN);
  }

  private static ApplicationReport failed(String id) {
    return new ApplicationReport(
        id,
        ApplicationState.FAILED,
        OptionalInt.of(3),
        "exit code 3",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
