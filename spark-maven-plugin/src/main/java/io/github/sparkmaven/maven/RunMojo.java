/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.RunParameter;
import io.github.sparkmaven.run.Run;
import io.github.sparkmaven.run.RunListener;
import io.github.sparkmaven.run.RunRequest;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what has changed and runs the job now, in local mode, from the classes of the build with
 * provided dependencies on the class path; Python jobs from their sources.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "run",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RunMojo extends AbstractSparkMojo implements RunListener {
  /**
   * How the job's JVM is started: {@code debug} (whether it waits for a debugger on port 5005 of
   * this machine, or at which port; false), {@code jvmOptions} (none) and {@code classDataArchive}
   * (auto); the first and the last also {@code -Dspark.maven.run.<name>}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable RunParameter run;

  /**
   * Whether to run nothing; also {@code -Dspark.maven.run.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipRun;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("run.skip", skipRun);
  }

  @Override
  void runGoal(ProjectContext context) {
    RunRequest.Options options =
        new RunElement(context, Optional.ofNullable(run).orElseGet(RunParameter::new))
            .read(getLog().isDebugEnabled());
    Optional<RunRequest> request =
        new RunRequests(context, ownJars(), getLog()).request(options);
    if (request.isEmpty()) {
      getLog()
          .info(
              "No job (no class with a main method, no Python program that can run here): passed over");
      return;
    }
    getLog().info(new Run(request.get(), this).run().toString());
  }

  @Override
  public void info(String line) {
    getLog().info(line);
  }

  @Override
  public void warn(String line) {
    getLog().warn(line);
  }

  @Override
  public void printed(String line) {
    System.err.println(line);
  }
}
