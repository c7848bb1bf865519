/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.ClusterClients;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.home.JdkFit;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.ProjectHash;
import io.github.sparkmaven.ledger.SubmissionId;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The submit goal: submits the packaged job, follows it to its end, and gives its verdict.
 *
 * <p>Nothing is started while an earlier submission of the same project, job and environment is
 * alive; the intent is on disk before anything is. What the verdict rests on is told in {@link
 * Verdict}.
 */
public final class Submit {
  private final JobLauncher launcher;
  private final ClusterClients clusters;
  private final SubmitListener listener;
  private final Clock clock;
  private final RandomGenerator random;

  /**
   * Submits through a launcher, asks live managers, and tells a listener.
   *
   * @param random for the submissions' names
   */
  public Submit(
      JobLauncher launcher,
      ClusterClients clusters,
      SubmitListener listener,
      Clock clock,
      RandomGenerator random) {
    this.launcher = launcher;
    this.clusters = clusters;
    this.listener = listener;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Submits and follows.
   *
   * @return the result of a job that succeeded, or that was followed as far as asked
   * @throws InputException if the request cannot be submitted, or the job failed
   * @throws EnvironmentException if spark-submit cannot be started or followed
   */
  public SubmitResult run(SubmitRequest request) {
    refuseMissing(request);
    JdkFit.check(request.spark(), request.jvm().java()).ifPresent(listener::noted);
    Ledger ledger = new Ledger(request.submissions());
    Tag tag = tag(request);
    try (ClusterClient client = clusters.open(request.target(), request.jvm());
        // Until it has started, another build of this folder could not find this submission.
        SubmissionLock lock = SubmissionLock.take(request.submissions())) {
      Optional<ApplicationReport> earlier = settle(client, request, ledger, tag);
      Ticket ticket = new Ticket(tag, ledger.folder(tag.submission()));
      return new Course(launcher, client, request, ticket, ledger, listener, clock, Patience.USUAL)
          .run(earlier, lock::close);
    }
  }

  private Optional<ApplicationReport> settle(
      ClusterClient client, SubmitRequest request, Ledger ledger, Tag tag) {
    EarlierSubmissions earlier = new EarlierSubmissions(client, request, ledger, listener);
    Settlement settlement = new Settlement(client, request, listener);
    List<EarlierSubmission> alive = earlier.alive(tag.project());
    Optional<ApplicationReport> followed = settlement.of(alive, tag.content());
    if (followed.isEmpty() && !alive.isEmpty()) {
      // A process that was ended may have sent its application just before.
      settlement.of(earlier.alive(tag.project()), tag.content());
    }
    return followed;
  }

  private Tag tag(SubmitRequest request) {
    Project project = request.project();
    return new Tag(
        ProjectHash.of(project.coordinates(), project.job(), project.environment()),
        SubmissionId.next(clock, random),
        ContentHash.of(request));
  }

  private static void refuseMissing(SubmitRequest request) {
    request
        .application()
        .file()
        .filter(file -> !Files.isRegularFile(file))
        .ifPresent(
            file -> {
              throw new InputException(
                  "job", "there is no packaged job at " + file, request.steps().missingJob());
            });
  }
}
