/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
  @TempDir private Path folder;
  private Scene scene;

  @BeforeEach
  void set() {
    scene = new Scene(folder);
  }

  @Test
  void asksTheManagerForWhatIsNotKnownToHaveEndedAndUpdatesTheLedger() {
    scene.submitted(3, "yarn", "cluster", Scene.running("application_1_0003"));
    scene.submitted(2, "yarn", "cluster", Scene.running("application_1_0002"));
    scene.submitted(
        1, "yarn", "cluster", Scene.running("application_1_0001").with("failed", "why"));
    scene.cluster.holds("application_1_0003", ApplicationState.WAITING, "", "");
    scene.cluster.holds("application_1_0002", ApplicationState.SUCCEEDED, "", "");

    List<Standing> rows = status().rows();

    assertThat(states(rows))
        .containsExactly(
            ApplicationState.WAITING, ApplicationState.SUCCEEDED, ApplicationState.FAILED);
    assertThat(scene.cluster.asked)
        .containsExactly(
            "report application_1_0003", "report application_1_0002", "search " + Scene.PROJECT);
    assertThat(scene.stateInLedger(3)).isEqualTo("waiting");
    assertThat(scene.stateInLedger(2)).isEqualTo("succeeded");
    assertThat(scene.ledger.find(Scene.id(2)).orElseThrow().outcome().ended()).contains(Scene.NOW);
  }

  @Test
  void opensOneClientForATargetAndClosesIt() {
    scene.submitted(2, "yarn", "cluster", Scene.running("application_1_0002"));
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));

    status();

    assertThat(scene.cluster.opened).extracting("master").containsExactly("yarn");
    assertThat(scene.cluster.closed).isEqualTo(1);
  }

  @Test
  void saysThatNobodyCanTellAndHowToLook() {
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.reachable = false;

    StatusResult result = status();

    assertThat(states(result.rows())).containsExactly(ApplicationState.UNKNOWN);
    assertThat(result.rows().get(0).look()).isEqualTo("fake-look yarn application_1_0001");
    assertThat(result.notes())
        .containsExactly("Not all of yarn, cluster mode could be searched: it keeps no tags");
    assertThat(scene.stateInLedger(1)).isEqualTo("running");
  }

  @Test
  void findsByTheTagWhatTheLedgerDoesNotKnow() {
    scene.cluster.holds("application_1_0009", ApplicationState.RUNNING, Scene.PROJECT, Scene.id(9));
    scene.cluster.holds("application_1_0008", ApplicationState.RUNNING, Scene.OTHER, Scene.id(8));

    List<Standing> rows = status().rows();

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).id()).isEqualTo(Scene.id(9));
    assertThat(rows.get(0).page()).isEmpty();
    assertThat(rows.get(0).seen().application()).contains("application_1_0009");
  }

  @Test
  void showsWhatBothKnowOnce() {
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, Scene.PROJECT, Scene.id(1));

    assertThat(status().rows()).hasSize(1);
  }

  @Test
  void findsByItsTagWhatWasKilledBeforeItsNameWasKnown() {
    scene.submitted(1, "yarn", "cluster", Outcome.INTENDED);
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, Scene.PROJECT, Scene.id(1));

    assertThat(states(status().rows())).containsExactly(ApplicationState.RUNNING);
    Outcome learnt = scene.ledger.find(Scene.id(1)).orElseThrow().outcome();
    assertThat(learnt.state()).isEqualTo("running");
    assertThat(learnt.clusterId()).contains("application_1_0001");
  }

  @Test
  void saysThatNothingOfAnIntentIsLeft() {
    scene.submitted(1, "yarn", "cluster", Outcome.INTENDED);

    Standing row = status().rows().get(0);

    assertThat(row.seen().gone()).isTrue();
    assertThat(row.seen().detail())
        .isEqualTo(
            "no process of it is on this machine, and nobody saw how it ended, and nothing of it"
                + " runs on the cluster");
  }

  @Test
  void followsTheProcessOfALocalDriver() {
    RunningProcess self = RunningProcess.of(ProcessHandle.current()).orElseThrow();
    scene.target =
        Optional.of(Scene.target(Manager.LOCAL, "local[*]", DeployMode.CLIENT, Map.of()));
    scene.submitted(2, "local", "client", Scene.runs(self));
    scene.submitted(
        1,
        "local",
        "client",
        Scene.runs(new RunningProcess(self.pid(), self.started().minusSeconds(3600))));

    List<Standing> rows = status().rows();

    assertThat(states(rows)).containsExactly(ApplicationState.RUNNING, ApplicationState.UNKNOWN);
    assertThat(rows.get(1).seen().detail())
        .isEqualTo(
            "its process "
                + self.pid()
                + " is no longer on this machine, and nobody saw how it ended");
    assertThat(scene.stateInLedger(1)).isEqualTo("unknown");
    assertThat(scene.cluster.opened).isEmpty();
  }

  @Test
  void findsTheProcessThatTheLedgerWasNotToldOf() throws IOException {
    scene.target =
        Optional.of(Scene.target(Manager.LOCAL, "local[*]", DeployMode.CLIENT, Map.of()));
    scene.submitted(1, "local", "client", Outcome.INTENDED);
    Path script = Files.writeString(folder.resolve("spark-submit"), "echo up; read line");
    Process process =
        new ProcessBuilder(
                "sh",
                script.toString(),
                // The JDK tells at most a page of a command line.
                "x".repeat(9_000),
                "--properties-file",
                scene.ledger.folder(Scene.id(1)).resolve("1.conf").toString())
            .start();
    try {
      assertThat(process.inputReader().readLine()).isEqualTo("up");

      Standing row = status().rows().get(0);

      assertThat(row.seen().state()).isEqualTo(ApplicationState.RUNNING);
      assertThat(row.seen().process().orElseThrow().pid()).isEqualTo(process.pid());
      assertThat(scene.ledger.find(Scene.id(1)).orElseThrow().outcome().process())
          .contains(process.pid());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void doesNotTakeAManagersWordThatAClientModeDriverSucceeded() {
    scene.submitted(2, "yarn", "client", Scene.running("application_1_0002"));
    scene.submitted(1, "yarn", "client", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0002", ApplicationState.SUCCEEDED, "", "");
    scene.cluster.holds("application_1_0001", ApplicationState.FAILED, "", "");

    assertThat(states(status().rows()))
        .containsExactly(ApplicationState.UNKNOWN, ApplicationState.FAILED);
  }

  @Test
  void reachesAnEarlierClusterByTheLedgerAndKeepsCredentialsFromIt() {
    scene.target =
        Optional.of(
            Scene.target(
                Manager.STANDALONE,
                "spark://new:7077",
                DeployMode.CLUSTER,
                Map.of("spark.authenticate.secret", "s3", "spark.master.rest.port", "1")));
    scene.submitted(
        1,
        Scene.OTHER,
        "dev",
        "standalone",
        "cluster",
        Map.of("spark.master.rest.port", "6067"),
        Scene.running("driver-1"));

    status();

    assertThat(scene.cluster.opened.get(0).master()).isEqualTo("spark://host:7077");
    assertThat(scene.cluster.opened.get(0).setting("spark.master.rest.port")).contains("6067");
    assertThat(scene.cluster.opened.get(0).setting("spark.authenticate.secret")).isEmpty();
  }

  @Test
  void addsTheCredentialsOfThePlanForTheSameMaster() {
    scene.target =
        Optional.of(
            Scene.target(
                Manager.STANDALONE,
                "spark://host:7077",
                DeployMode.CLIENT,
                Map.of("spark.authenticate.secret", "s3", "spark.master.rest.port", "1")));
    scene.submitted(1, "standalone", "cluster", Scene.running("driver-1"));

    status();

    assertThat(scene.cluster.opened.get(0).setting("spark.authenticate.secret")).contains("s3");
    assertThat(scene.cluster.opened.get(0).setting("spark.master.rest.port")).isEmpty();
  }

  @Test
  void showsTheOneThatIsNamedByTheLedgerOrTheCluster() {
    scene.submitted(2, "yarn", "cluster", Scene.running("application_1_0002"));
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.holds("application_7_0007", ApplicationState.FAILED, "", "");

    assertThat(named(Scene.id(1))).isEqualTo(Scene.id(1));
    assertThat(named("application_1_0002")).isEqualTo(Scene.id(2));
    assertThat(named("application_7_0007")).isEqualTo("application_7_0007");
  }

  @Test
  void refusesANameThatNobodyKnowsAndListsTheKnown() {
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001"));
    scene.cluster.holds("application_1_0001", ApplicationState.RUNNING, "", "");

    assertThatThrownBy(() -> named("20240101-000000-000000"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "-Dspark.maven.submission: '20240101-000000-000000' is unknown. Give one of these:\n"
                + "    20250101-120000-00c0de  running  yarn, cluster mode  prod");
  }

  @Test
  void passesOnWhatTheLedgerCannotRead() throws IOException {
    Files.writeString(folder.resolve("torn.json"), "{");

    assertThat(status().notes())
        .containsExactly(
            folder
                + "/torn.json is no page of the ledger and is passed over: it is torn, or no JSON");
  }

  @Test
  void printsATableWithAddressesAndLogs() {
    scene.submitted(3, "yarn", "cluster", Scene.running("application_1_0003"));
    scene.submitted(2, "yarn", "cluster", Scene.running("application_1_0002"));
    scene.submitted(1, "yarn", "cluster", Scene.running("application_1_0001").with("failed", "x"));
    scene.cluster.holds("application_1_0003", ApplicationState.WAITING, "", "");

    assertThat(new StatusTable(ZoneOffset.UTC).lines(status().rows()))
        .containsExactly(
            "SUBMISSION              STATE    APPLICATION         SINCE                ENVIRONMENT  MASTER",
            "20250103-120000-00c0de  waiting  application_1_0003  2025-01-03 12:00:00  prod         yarn, cluster mode",
            "    waits for 2 executors",
            "    log  " + folder + "/20250103-120000-00c0de/driver.log",
            "20250102-120000-00c0de  unknown  application_1_0002  2025-01-02 12:00:00  prod         yarn, cluster mode",
            "    not known here",
            "    log  " + folder + "/20250102-120000-00c0de/driver.log",
            "    look with: fake-look yarn application_1_0002",
            "20250101-120000-00c0de  failed   application_1_0001  2025-01-01 12:00:00  prod         yarn, cluster mode");
  }

  @Test
  void leavesOldOnesThatEndedOutOfTheTable() {
    for (int day = 1; day <= 25; day++) {
      scene.submitted(day, "yarn", "cluster", Outcome.INTENDED.with("failed", ""));
    }

    assertThat(new StatusTable(ZoneOffset.UTC).lines(status().rows()))
        .hasSize(22)
        .last()
        .isEqualTo("and 5 older ones, which have ended");
  }

  private StatusResult status() {
    return new Status(scene.cluster, Scene.CLOCK).run(scene.request());
  }

  private String named(String name) {
    return new Status(scene.cluster, Scene.CLOCK).run(scene.request(name)).rows().get(0).id();
  }

  private static List<ApplicationState> states(List<Standing> rows) {
    return rows.stream().map(row -> row.seen().state()).toList();
  }
}
