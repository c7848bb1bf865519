/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.ledger.Submission;
import io.github.sparkmaven.process.RunningProcess;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How a submission stands at this moment.
 *
 * @param id the ledger's name of it; the cluster's, where the ledger knows nothing of it
 * @param project the tag of project, job and environment; empty where it bears none
 * @param page what the ledger holds
 * @param seen what was found
 * @param since when it was submitted
 * @param environment the environment that it was planned for; empty where nobody knows
 * @param target where its manager is reached; nothing where the ledger cannot say
 * @param look the command with which a person looks; empty where there is none
 */
public record Standing(
    String id,
    String project,
    Optional<Submission> page,
    Sighting seen,
    Optional<Instant> since,
    String environment,
    Optional<Target> target,
    String look) {

  /** Returns the driver's log on this machine, where there is one. */
  public Optional<Path> log() {
    return page.map(submission -> submission.intent().log());
  }

  /** Returns the machine that it was submitted on, where it is another. */
  Optional<OtherHost> elsewhere() {
    return page.flatMap(OtherHost::of);
  }

  /** Returns the target in words. */
  public String where() {
    return target
        .map(Target::toString)
        .or(() -> page.map(submission -> submission.intent().master()))
        .orElse("");
  }

  /** Says whether a word names it: the ledger's or one of the cluster's. */
  boolean named(String name) {
    return id.equals(name)
        || seen.application().filter(name::equals).isPresent()
        || page.filter(
                submission ->
                    submission.outcome().applicationId().filter(name::equals).isPresent()
                        || submission.outcome().clusterId().filter(name::equals).isPresent())
            .isPresent();
  }

  /**
   * What was found of a submission.
   *
   * @param gone whether nothing of it is left, although nobody saw how it ended
   * @param detail what there is to say beside the state, or empty
   * @param application the manager's name of it
   * @param process spark-submit on this machine, while it runs
   */
  public record Sighting(
      ApplicationState state,
      boolean gone,
      String detail,
      Optional<String> application,
      Optional<String> ui,
      Optional<RunningProcess> process) {

    /** Says whether nothing of it is left. */
    public boolean over() {
      return state.ended() || gone;
    }
  }
}
