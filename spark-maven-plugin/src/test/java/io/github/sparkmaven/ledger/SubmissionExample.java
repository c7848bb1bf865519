/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Submissions for tests. */
public final class SubmissionExample {
  private SubmissionExample() {}

  /** A page with a value in every field. */
  public static Submission full(String id) {
    return new Submission(
        new Intent(
            id,
            "0123456789abcdef",
            "fedcba9876543210",
            "job com.acme.Clustering",
            "prod",
            "yarn",
            "yarn",
            "cluster",
            "3.5.5",
            "2.12",
            "/builds/a jar/Größe-日本.jar",
            Optional.of("com.acme.Clustering"),
            Instant.parse("2025-01-31T23:59:59.123456789Z"),
            Optional.of("build7.acme.com"),
            Path.of("/builds/target/spark/submissions/" + id + "/driver.log"),
            Map.of("spark.yarn.queue", "a \"queue\"\n\u00e9\uD83D\uDE00", "spark.ui.port", "4041")),
        new Outcome(
            "running",
            "waits for 3 executors … \u0001",
            Optional.of("application_1_0001"),
            Optional.of("driver-2025"),
            Optional.of("http://127.0.0.1:4040"),
            Optional.of(4_000_000_000L),
            Optional.of(Instant.parse("2025-01-31T23:59:58Z")),
            Optional.of(Instant.parse("2025-02-01T00:00:00Z"))));
  }

  /** A page of nothing but what must be there. */
  public static Submission bare(String id, Instant started) {
    return new Submission(
        new Intent(
            id,
            "p",
            "c",
            "job",
            "default",
            "local",
            "local[*]",
            "client",
            "4.1.0",
            "2.13",
            "job.jar",
            Optional.empty(),
            started,
            Optional.empty(),
            Path.of("/log"),
            Map.of()),
        Outcome.INTENDED);
  }
}
