/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The job in Python, on the virtual environment that the plugin itself makes for it. */
final class PythonFaultJob {
  private static final Pattern UNAVAILABLE =
      Pattern.compile("SKIPPED, no Python with pyspark can be had here: .*");

  // Why there is no Python, by the folder that a job was to be in: to find out may take minutes.
  private static final Map<Path, String> REASONS = new HashMap<>();

  private PythonFaultJob() {}

  /**
   * Copies the project and has its environment made, which no row is to wait for; passes the row
   * over, loudly, where none can be had.
   */
  static synchronized FaultJob prepared(Path source, Path folder, String spark)
      throws IOException, InterruptedException {
    String reason = REASONS.get(folder);
    if (reason != null) {
      throw passedOver(reason);
    }
    FaultJob job = FaultJob.copied(source, folder, spark);
    MavenBuild build =
        job.build(
            "prepare",
            List.of(
                "spark:submit",
                "-Dspark.maven.submit.dryRun",
                "-Dspark.maven.environment=local",
                "-Dspark.maven.arguments=succeeds",
                "-Dspark.maven.python.ifUnavailable=skip"),
            Map.of());
    int exitCode = build.await();
    Matcher unavailable = UNAVAILABLE.matcher(build.text());
    if (unavailable.find()) {
      REASONS.put(folder, unavailable.group());
      throw passedOver(unavailable.group());
    }
    if (exitCode != 0) {
      throw new AssertionError("the job in Python cannot be prepared:\n" + build.text());
    }
    return job;
  }

  private static RuntimeException passedOver(String reason) {
    String words =
        reason
            + "; the rows in Python are passed over: have python3 with its venv and pip modules on"
            + " the PATH (Debian, Ubuntu: apt install python3-venv) and a package index that pip"
            + " reaches";
    System.err.println(words);
    return Assumptions.abort(words);
  }
}
