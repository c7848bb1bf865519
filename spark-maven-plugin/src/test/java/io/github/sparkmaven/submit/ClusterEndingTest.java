/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient.Search;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClusterEndingTest {
  private static final Tag OURS = new Tag("project", "this", "content");

  private final FakeCluster cluster = new FakeCluster();
  private final Heard heard = new Heard();

  @Test
  void endsTheApplicationOnce() {
    ClusterEnding ending = ending(Manager.YARN, DeployMode.CLUSTER);
    ending.knows(Optional.of("application_1_1"));

    ending.now();
    ending.now();

    assertThat(cluster.killed()).containsExactly("application_1_1");
    assertThat(heard.noted()).containsExactly("Ended application_1_1 on the cluster");
  }

  @Test
  void findsByItsTagWhatHasNoNameYet() {
    cluster.finds(
        new Search(
            true,
            List.of(
                tagged("application_1_7", OURS),
                tagged("application_1_8", new Tag("project", "another", "content"))),
            ""));

    ending(Manager.YARN, DeployMode.CLUSTER).now();

    assertThat(cluster.killed()).containsExactly("application_1_7");
  }

  @Test
  void tellsTheCommandForWhatItCannotEnd() {
    cluster.cannotKill();
    ClusterEnding ending = ending(Manager.STANDALONE, DeployMode.CLUSTER);
    ending.knows(Optional.of("driver-1"));

    ending.now();

    assertThat(heard.warned())
        .containsExactly(
            "driver-1 could not be ended: the manager refused. End it with: kill driver-1");
  }

  @Test
  void endsWhatSparkSubmitSentBeforeItEnded() throws Exception {
    Process submitter = new ProcessBuilder("cat").start();
    cluster.knowsNot("application_1_7");
    ClusterEnding ending = ending(Manager.YARN, DeployMode.CLUSTER);
    ending.submittedBy(submitter.toHandle());
    ending.knows(Optional.of("application_1_7"));
    Thread end = new Thread(ending::now);
    end.start();
    cluster.awaitKill();
    cluster
        .knows("application_1_7")
        .finds(new Search(true, List.of(tagged("application_1_7", OURS)), ""));
    submitter.getOutputStream().close();
    end.join();

    assertThat(cluster.killed()).containsExactly("application_1_7", "application_1_7");
    assertThat(heard.noted()).containsExactly("Ended application_1_7 on the cluster");
    assertThat(heard.warned()).isEmpty();
  }

  @Test
  void doesNotWarnOfWhatNeverReachedTheCluster() throws Exception {
    Process submitter = new ProcessBuilder("true").start();
    submitter.waitFor();
    cluster.knowsNot("application_1_7");
    ClusterEnding ending = ending(Manager.YARN, DeployMode.CLIENT);
    ending.submittedBy(submitter.toHandle());
    ending.knows(Optional.of("application_1_7"));

    ending.now();

    assertThat(heard.noted()).containsExactly("Nothing of application_1_7 is alive on the cluster");
    assertThat(heard.warned()).isEmpty();
  }

  @Test
  void findsByItsTagWhatAClientHasJustSent() throws Exception {
    Process submitter = new ProcessBuilder("true").start();
    submitter.waitFor();
    cluster.finds(new Search(true, List.of(tagged("application_1_7", OURS)), ""));
    ClusterEnding ending = ending(Manager.YARN, DeployMode.CLIENT);
    ending.submittedBy(submitter.toHandle());

    ending.now();

    assertThat(cluster.killed()).containsExactly("application_1_7");
    assertThat(heard.noted()).containsExactly("Ended application_1_7 on the cluster");
  }

  @Test
  void saysThatNothingIsThereWhereItIsEndedBeforeItIsNamed() throws Exception {
    Process submitter = new ProcessBuilder("true").start();
    submitter.waitFor();
    ClusterEnding ending = ending(Manager.YARN, DeployMode.CLUSTER);
    ending.submittedBy(submitter.toHandle());

    ending.now();

    assertThat(heard.noted()).containsExactly("Nothing of this submission is alive on the cluster");
  }

  @Test
  void saysThatSomethingMayBeLeftWhereItCannotSearch() {
    cluster.finds(new Search(false, List.of(), "the master does not answer"));

    ending(Manager.STANDALONE, DeployMode.CLUSTER).now();

    assertThat(heard.warned())
        .containsExactly(
            "An application may be left on a master, cluster mode: the master does not answer");
  }

  @Test
  void searchesAgainWhenNothingIsSubmittedAnyMore() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    ClusterEnding ending = ending(Manager.YARN, DeployMode.CLUSTER);
    ending.submittedBy(process.toHandle());
    Thread hook = new Thread(ending::now);
    hook.start();
    while (hook.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(cluster.searched()).isOne();
    cluster.finds(new Search(true, List.of(tagged("application_1_7", OURS)), ""));

    process.destroyForcibly();
    hook.join();

    assertThat(cluster.killed()).containsExactly("application_1_7");
  }

  @Test
  void tellsTheCommandWhereTheClientIsAtFault() {
    cluster.breaks();
    ClusterEnding ending = ending(Manager.STANDALONE, DeployMode.CLUSTER);
    ending.knows(Optional.of("driver-1"));

    ending.now();

    assertThat(heard.warned())
        .containsExactly(
            "driver-1 could not be ended: java.lang.IllegalStateException: a fault of the client."
                + " End it with: kill driver-1");
  }

  @Test
  void saysThatSomethingMayBeLeftWhereTheClientIsAtFault() {
    cluster.breaks();

    ending(Manager.STANDALONE, DeployMode.CLUSTER).now();

    assertThat(heard.warned())
        .containsExactly(
            "An application may be left on a master, cluster mode:"
                + " java.lang.IllegalStateException: a fault of the client");
  }

  @Test
  void endsWhatADriverOfThisMachineMayLeaveOnYarnAndKubernetes() {
    for (Manager manager : List.of(Manager.YARN, Manager.KUBERNETES)) {
      ClusterEnding ending = ending(manager, DeployMode.CLIENT);
      ending.now();
      assertThat(cluster.searched()).as("nothing was named").isZero();
      ending.knows(Optional.of("of " + manager));
      ending.knows(Optional.empty());
      ending.now();
    }

    assertThat(cluster.killed()).containsExactly("of YARN", "of KUBERNETES");
  }

  @Test
  void leavesTheEndOfAStandaloneClientToItsProcess() {
    ClusterEnding ending = ending(Manager.STANDALONE, DeployMode.CLIENT);
    ending.knows(Optional.of("app-1"));

    ending.now();

    assertThat(cluster.killed()).isEmpty();
  }

  private ClusterEnding ending(Manager manager, DeployMode mode) {
    return new ClusterEnding(
        cluster,
        new Target(manager, "a master", mode, LayeredConf.empty()),
        new Ticket(OURS, Path.of("/submissions/this")),
        heard);
  }

  private static ApplicationReport tagged(String id, Tag tag) {
    return new ApplicationReport(
        id,
        ApplicationState.RUNNING,
        OptionalInt.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(tag));
  }
}
