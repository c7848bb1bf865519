/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.cluster.standalone.MasterVisit;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a standalone master whether it is there, and which Spark it runs. */
record StandaloneExamination(DoctorRequest request, Network network, Http http)
    implements Examination {
  private static final String ID = "standalone-master";
  private static final String VERSION = "cluster-version";
  private static final int DEFAULT_PORT = 7077;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() {
    Optional<Target> target =
        request.project().target().filter(to -> to.manager() == Manager.STANDALONE);
    if (target.isEmpty()) {
      return List.of();
    }
    List<String> refused = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    for (String address : MasterVisit.addresses(target.get().master())) {
      HostPort there = HostPort.of(address, DEFAULT_PORT);
      there
          .refusal(network)
          .ifPresentOrElse(
              why -> refused.add(there + ": " + why), () -> answered.add(there.toString()));
    }
    MasterVisit visit = MasterVisit.of(target.get(), http);
    List<Finding> findings = new ArrayList<>();
    findings.add(reached(target.get(), answered, refused, visit));
    visit.version().ifPresent(version -> findings.add(version(version)));
    if (visit.page().isPresent() && visit.workers() == 0) {
      findings.add(noWorkers());
    }
    return findings;
  }

  private static Finding reached(
      Target target, List<String> answered, List<String> refused, MasterVisit visit) {
    if (answered.isEmpty()) {
      return Finding.error(
          ID,
          "no master can be reached: " + String.join("; ", refused),
          "The driver ends with All masters are unresponsive! Giving up.",
          "Start it (sbin/start-master.sh), open its port to this machine, or correct"
              + " cluster/master");
    }
    String others =
        refused.isEmpty()
            ? ""
            : "; not reached, as a dead or a lost one: " + String.join("; ", refused);
    return visit
        .page()
        .map(
            page ->
                Finding.ok(
                    ID, target.master() + " is alive, " + visit.workers() + " workers" + others))
        .orElseGet(
            () ->
                Finding.note(
                    ID,
                    target.master()
                        + " can be reached, and its web UI cannot"
                        + others
                        + " ("
                        + String.join("; ", visit.why())
                        + ")",
                    "Which Spark it runs is not known; spark:status needs the page too. Another"
                        + " port is given with -Dspark.master.ui.port."));
  }

  private Finding version(String running) {
    Optional<SparkVersion> spark = request.project().spark();
    String what = "the master runs Spark " + running;
    if (spark.isEmpty()) {
      return Finding.ok(VERSION, what);
    }
    String own = spark.get().major() + "." + spark.get().minor();
    boolean fits = running.equals(own) || running.startsWith(own + ".");
    return fits
        ? Finding.ok(VERSION, what + ", the project " + spark.get().version())
        : Finding.error(
            VERSION,
            what + ", and the project " + spark.get().version(),
            "Master and driver speak Java's serialisation, which differs: InvalidClassException,"
                + " and after a minute All masters are unresponsive! Giving up.",
            "Change the project's Spark to " + running + ", or submit to a master of Spark " + own);
  }

  private static Finding noWorkers() {
    return Finding.warning(
        ID,
        "the master has no worker that is alive",
        "The job waits: Initial job has not accepted any resources.",
        "Start workers: sbin/start-worker.sh spark://…");
  }
}
