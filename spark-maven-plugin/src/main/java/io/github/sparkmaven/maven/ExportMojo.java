/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.export.Export;
import io.github.sparkmaven.export.ExportResult;
import io.github.sparkmaven.maven.parameter.SubmitDeclaration;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.submit.SubmitRequest;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Packs the job with its configuration and a script that submits it where there is no Maven, and
 * attaches the zip.
 *
 * @since 0.1.0
 */
@Mojo(name = "export", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class ExportMojo extends AbstractSparkMojo {
  /**
   * What is submitted and how it is followed, as for {@code submit}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable SubmitParameter submit;

  /**
   * Whether to do nothing; also {@code -Dspark.maven.export.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipExport;

  @Inject private MavenProjectHelper projectHelper;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("export.skip", skipExport);
  }

  @Override
  void runGoal(ProjectContext context) {
    SubmitDeclaration declared = SubmitElement.of(context, submit).read(context.baseFolder());
    for (NamedJob job : context.environment().jobs()) {
      Optional<SubmittedProgram> program =
          new ProgramFinder(context, job, getLog()).findToTakeAway(declared.what());
      if (program.isEmpty()) {
        getLog().info("No job (no class with a main method, no Python program): passed over");
      } else {
        export(context, job, program.get(), declared);
      }
    }
  }

  private void export(
      ProjectContext context, NamedJob job, SubmittedProgram program, SubmitDeclaration declared) {
    Plan plan = Planning.plan(new PlanRequests(context).request(context.requiredSpark(), job));
    SubmitRequest submission =
        new SubmitRequests(job, ownJars().runner(), getLog()).request(program, declared);
    ExportResult result =
        Export.run(new ExportRequests(context, ownJars().ofScript()).of(submission, plan.pods()));
    result.warnings().forEach(getLog()::warn);
    projectHelper.attachArtifact(
        context.project(), "zip", result.classifier(), result.bundle().toFile());
    getLog().info("Written, and attached as " + result.classifier() + ": " + result.bundle());
  }
}
