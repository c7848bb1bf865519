/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.check.Check;
import io.github.sparkmaven.check.CheckLog;
import io.github.sparkmaven.check.CheckRequest;
import io.github.sparkmaven.check.CheckResult;
import io.github.sparkmaven.maven.parameter.CheckParameter;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import io.github.sparkmaven.problem.JobFailedException;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Judges the packaged job and the code before a cluster does: each finding with its place, its
 * reason and the better form, on the console, as SARIF and as a page in {@code target/spark/check}.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractSparkMojo {
  /**
   * What fails the build ({@code failOn}), how grave findings are ({@code severity}, by the rule's
   * id), and which are accepted ({@code suppress}, by the rule's id).
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable CheckParameter check;

  /**
   * What is submitted, as for {@code submit}: this is judged.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable SubmitParameter submit;

  /**
   * Whether to do nothing; also {@code -Dspark.maven.check.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipCheck;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("check.skip", skipCheck);
  }

  @Override
  void runGoal(ProjectContext context) {
    long begin = System.nanoTime();
    CheckRequests requests = new CheckRequests(context, getLog());
    Optional<CheckRequest> request =
        requests.request(Optional.ofNullable(check), SubmitElement.of(context, submit));
    if (request.isEmpty()) {
      getLog().info("No job (no class with a main method, no Python program): passed over");
      return;
    }
    CheckResult result = Check.run(request.get());
    CheckLog.findings(result).forEach(this::show);
    CheckLog.end(result, Duration.ofNanos(System.nanoTime() - begin)).forEach(getLog()::info);
    result
        .firstFailing()
        .ifPresent(
            first -> {
              throw new JobFailedException(CheckLog.failure(result, first));
            });
  }

  private void show(CheckLog.Line line) {
    switch (line.severity()) {
      case ERROR -> getLog().error(line.text());
      case WARNING -> getLog().warn(line.text());
      case NOTE -> getLog().info(line.text());
    }
  }
}
