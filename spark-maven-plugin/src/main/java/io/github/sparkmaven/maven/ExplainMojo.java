/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.explain.Explain;
import io.github.sparkmaven.explain.ExplainRequest;
import io.github.sparkmaven.explain.Explanation;
import io.github.sparkmaven.explain.ExplanationJson;
import io.github.sparkmaven.explain.ExplanationText;
import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.maven.parameter.ExplainParameter;
import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the configuration that Spark will read: each key with its value, where it comes from, what
 * it overrides, why, and where it is documented.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true)
public final class ExplainMojo extends AbstractSparkMojo {
  /**
   * What is explained: {@code key}, one key with its whole history; {@code diff}, an environment, a
   * properties file, an event log or the address of an application to compare with; {@code json},
   * whether the explanation is written to {@code target/spark/explain} as well; each also {@code
   * -Dspark.maven.explain.<name>}. By default every key that is set.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable ExplainParameter explain;

  /**
   * Whether to do nothing; also {@code -Dspark.maven.explain.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipExplain;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("explain.skip", skipExplain);
  }

  @Override
  void runGoal(ProjectContext context) {
    if (context.spark().isEmpty() && context.environment().hasNoJob()) {
      getLog().info("No job and no dependency on Spark: passed over");
      return;
    }
    Problems problems = new Problems();
    ExplainElement element = ExplainElement.of(context, explain, problems);
    List<ExplainRequest> requests =
        new ExplainRequests(context, element, context.requiredSpark(), problems, getLog()).all();
    List<Explanation> explanations =
        problems.attempt(() -> Explain.run(requests)).orElse(List.of());
    problems.throwIfAny();
    Set<String> warnings = new LinkedHashSet<>();
    for (Explanation explanation : explanations) {
      ExplanationText.lines(explanation).forEach(getLog()::info);
      warnings.addAll(explanation.warnings());
      if (element.json()) {
        write(explanation, context);
      }
    }
    warnings.forEach(getLog()::warn);
  }

  private void write(Explanation explanation, ProjectContext context) {
    Path folder = context.sparkFolder("explain").toAbsolutePath();
    String environment = explanation.environment();
    Path file =
        explanation
            .job()
            .map(job -> folder.resolve(environment).resolve(job + ".json"))
            .orElseGet(() -> folder.resolve(environment + ".json"));
    String text = ExplanationJson.text(explanation);
    AtomicFile.write(file, text);
    getLog().info("Written: " + file);
    if (!getLog().isInfoEnabled()) {
      System.out.print(text);
    }
  }
}
