/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.yarn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient.Kill;
import io.github.sparkmaven.cluster.ClusterClient.Search;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.SparkHome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YarnClientTest {
  private static final String ID = "application_1_0001";
  private static final String UNREACHABLE =
      "the ResourceManager at rm:8032 cannot be asked: java.net.ConnectException: Connection"
          + " refused";

  private final FakeEnquiry enquiry = new FakeEnquiry();

  @ParameterizedTest
  @CsvSource({
    "NEW, UNDEFINED, WAITING",
    "NEW_SAVING, UNDEFINED, WAITING",
    "SUBMITTED, UNDEFINED, WAITING",
    "ACCEPTED, UNDEFINED, WAITING",
    "RUNNING, UNDEFINED, RUNNING",
    "FINISHED, SUCCEEDED, SUCCEEDED",
    "FINISHED, FAILED, FAILED",
    "FINISHED, KILLED, KILLED",
    "FINISHED, UNDEFINED, UNKNOWN",
    "FAILED, FAILED, FAILED",
    "KILLED, KILLED, KILLED",
    "NOT_FOUND, , UNKNOWN",
    "SOMETHING_NEW, UNDEFINED, UNKNOWN"
  })
  void readsEveryState(String state, String status, ApplicationState expected) {
    enquiry.answer("id", ID, "state", state, "finalStatus", status == null ? "" : status);

    assertThat(client(DeployMode.CLUSTER).report(ID).state()).isEqualTo(expected);
    assertThat(enquiry.asked()).containsExactly("report " + ID);
  }

  @Test
  void doesNotTakeYarnsWordForTheDriversInClientMode() {
    enquiry.answer("id", ID, "state", "FINISHED", "finalStatus", "SUCCEEDED");

    ApplicationReport report = client(DeployMode.CLIENT).report(ID);

    assertThat(report.state()).isEqualTo(ApplicationState.UNKNOWN);
    assertThat(report.detail())
        .isEqualTo(
            "YARN says SUCCEEDED, which in client mode it says of drivers that failed or were"
                + " killed, too: only the driver's exit code tells");
  }

  @Test
  void readsWhatElseARunningApplicationHas() {
    enquiry.answer(
        "id", ID,
        "state", "RUNNING",
        "startTime", "1700000000000",
        "trackingUrl", "http://rm:8088/proxy/application_1_0001/",
        "originalTrackingUrl", "http://node:40001",
        "tags", "theirs,spark-maven-project-p,spark-maven-submission-s,spark-maven-content-c");

    ApplicationReport report = client(DeployMode.CLUSTER).report(ID);

    assertThat(report.since()).contains(Instant.ofEpochMilli(1_700_000_000_000L));
    assertThat(report.ui()).contains(URI.create("http://rm:8088/proxy/application_1_0001/"));
    assertThat(report.tag()).contains(new Tag("p", "s", "c"));
  }

  @Test
  void hasNoUiUntilTheDriverTellsOne() {
    enquiry.answer(
        "id", ID,
        "state", "RUNNING",
        "trackingUrl", "http://rm:8088/proxy/application_1_0001/",
        "originalTrackingUrl", "N/A");

    assertThat(client(DeployMode.CLUSTER).report(ID).ui()).isEmpty();
  }

  @Test
  void saysWhatIsWaitedFor() {
    enquiry.answer(
        "id",
        ID,
        "state",
        "ACCEPTED",
        "queue",
        "root.narrow",
        "diagnostics",
        "[Sun Nov 22 22:00:00 +0000 2026] Application is added to the scheduler and is not yet"
            + " activated. Queue's AM resource limit exceeded. ");

    assertThat(client(DeployMode.CLUSTER).report(ID).detail())
        .isEqualTo(
            "waits in queue root.narrow for its application master: Application is added to the"
                + " scheduler and is not yet activated. Queue's AM resource limit exceeded.");
  }

  @Test
  void saysHowManyExecutorsAreMissing() {
    enquiry.answer(
        "id", ID,
        "state", "RUNNING",
        "queue", "root.default",
        "usedContainers", "3",
        "reservedContainers", "1");

    assertThat(client(DeployMode.CLUSTER).report(ID).detail())
        .isEqualTo(
            "runs with 2 of 4 executors; the others wait for resources in queue root.default, 1 of"
                + " them with a node reserved");
  }

  @Test
  void saysNothingOfExecutorsThatAreAllThere() {
    enquiry.answer("id", ID, "state", "RUNNING", "usedContainers", "5");

    assertThat(client(DeployMode.CLUSTER).report(ID).detail()).isEmpty();
  }

  @Test
  void saysWhereToLookForAnApplicationThatYarnForgot() {
    enquiry.answer("id", ID, "state", "NOT_FOUND", "diagnostics", "doesn't exist in RM");

    assertThat(client(DeployMode.CLUSTER).report(ID).detail())
        .startsWith("the ResourceManager does not know it")
        .contains("timeline server or Spark's History Server");
  }

  @Test
  void isUnknownWhereYarnCannotBeAsked() {
    enquiry.fail(UNREACHABLE);

    assertThat(client(DeployMode.CLUSTER).report(ID))
        .isEqualTo(ApplicationReport.unknown(ID, UNREACHABLE));
    assertThat(client(DeployMode.CLUSTER).kill(ID)).isEqualTo(new Kill(false, UNREACHABLE));
  }

  @Test
  void hintsAtTheSitesConfigurationWhereNoneNamesAResourceManager() {
    enquiry.fail("the ResourceManager at 0.0.0.0:8032 gave no answer within 10 s");

    assertThat(client(DeployMode.CLUSTER).report(ID).detail()).contains("set HADOOP_CONF_DIR");
  }

  @Test
  void hintsAtTheLoginWhereThereIsNoTicket() {
    enquiry.fail("AccessControlException: Client cannot authenticate via:[TOKEN, KERBEROS]");

    assertThat(client(DeployMode.CLUSTER).report(ID).detail()).contains("kinit");
  }

  @Test
  void killsAndSaysWhatBecameOfIt() {
    enquiry.answer("id", ID, "state", "KILLED", "diagnostics", "Application killed by user.");

    assertThat(client(DeployMode.CLUSTER).kill(ID))
        .isEqualTo(new Kill(true, "Application killed by user."));
    assertThat(enquiry.asked()).containsExactly("kill " + ID);
  }

  @Test
  void saysHowItHadEndedWhenItIsTooLateToKill() {
    enquiry.answer("id", ID, "state", "FINISHED", "finalStatus", "SUCCEEDED");

    assertThat(client(DeployMode.CLIENT).kill(ID))
        .isEqualTo(new Kill(true, "had ended before: SUCCEEDED"));
  }

  @Test
  void admitsThatWhatYarnDoesNotEndInTimeStillRuns() {
    enquiry.answer("id", ID, "state", "RUNNING");

    assertThat(client(DeployMode.CLUSTER).kill(ID)).isEqualTo(new Kill(false, "RUNNING"));
  }

  @Test
  void searchesByTheProjectsTag() {
    enquiry.answer("id", ID, "state", "RUNNING").answer("id", "application_1_0002");

    Search search = client(DeployMode.CLUSTER).search("p");

    assertThat(enquiry.asked()).containsExactly("search spark-maven-project-p");
    assertThat(search.complete()).isTrue();
    assertThat(search.found())
        .extracting(ApplicationReport::id)
        .containsExactly(ID, "application_1_0002");
  }

  @Test
  void doesNotClaimToHaveSearchedWhereYarnCannotBeAsked() {
    enquiry.fail(UNREACHABLE);

    assertThat(client(DeployMode.CLUSTER).search("p").note())
        .isEqualTo(
            UNREACHABLE
                + "; look with: yarn application -list -appTags spark-maven-project-p -appStates"
                + " NEW,NEW_SAVING,SUBMITTED,ACCEPTED,RUNNING");
    assertThat(client(DeployMode.CLUSTER).search("p").complete()).isFalse();
  }

  @Test
  void saysWhereTheLogIsFrom() throws IOException {
    enquiry.answer("source", "aggregated", "container", "container_1_0001_01_000001");

    assertThat(client(DeployMode.CLUSTER).logs(ID, Path.of("/x/driver.log")))
        .isEqualTo(
            "the log of the application master's container container_1_0001_01_000001, as YARN"
                + " aggregated it (of each file the last 32 MiB at most)");
    assertThat(enquiry.asked()).containsExactly("logs " + ID + " /x/driver.log 33554432");
  }

  @Test
  void saysHowToGetALogThatItCannotGive() {
    enquiry.fail("no aggregated log");

    assertThatThrownBy(() -> client(DeployMode.CLUSTER).logs(ID, Path.of("/x/driver.log")))
        .isInstanceOf(IOException.class)
        .hasMessage("no aggregated log; try: yarn logs -applicationId application_1_0001 -am -1");
  }

  @Test
  void closesTheEnquiry() {
    client(DeployMode.CLUSTER).close();

    assertThat(enquiry.closed()).isTrue();
  }

  @Test
  void givesHadoopsOwnCommandsWhereHadoopIsInstalled() {
    assertThat(client(DeployMode.CLUSTER).lookCommand(ID))
        .isEqualTo("yarn application -status application_1_0001");
    assertThat(client(DeployMode.CLUSTER).killCommand(ID))
        .isEqualTo("yarn application -kill application_1_0001");
  }

  @Test
  void givesTheHomesCommandsWhereHadoopIsNotInstalled() {
    YarnCommands commands =
        new YarnCommands(
            "HADOOP_CONF_DIR=/etc/conf",
            false,
            () -> new SparkHome(Path.of("/spark home"), "given"));

    assertThat(commands.kill(ID))
        .isEqualTo(
            "HADOOP_CONF_DIR=/etc/conf '/spark home/bin/spark-class'"
                + " org.apache.hadoop.yarn.client.cli.ApplicationCLI application -kill"
                + " application_1_0001");
  }

  private YarnClient client(DeployMode mode) {
    LayeredConf conf =
        LayeredConf.empty().with(Layer.JOB, Map.of("spark.executor.instances", "4"), "a test");
    YarnCommands commands =
        new YarnCommands("", true, () -> new SparkHome(Path.of("/home"), "given"));
    return new YarnClient(new Target(Manager.YARN, "yarn", mode, conf), enquiry, commands);
  }
}
