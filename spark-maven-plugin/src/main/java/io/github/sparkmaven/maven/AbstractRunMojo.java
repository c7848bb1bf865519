/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.RunParameter;
import io.github.sparkmaven.run.Run;
import io.github.sparkmaven.run.RunListener;
import io.github.sparkmaven.run.RunRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Runs a job from what is built; by which way that was built is a matter of the goals. */
abstract class AbstractRunMojo extends AbstractSparkMojo implements RunListener {
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

  /** Runs the job on what Maven has resolved, or what is remembered of that. */
  final void run(ProjectContext context, RunDependencies dependencies) {
    RunRequest.Options options =
        new RunElement(context, Optional.ofNullable(run).orElseGet(RunParameter::new))
            .read(getLog().isDebugEnabled());
    RunClassPath classPath = new RunClassPath(context, dependencies, ownJars().runner());
    Optional<RunRequest> request = new RunRequests(context, classPath, getLog()).request(options);
    if (request.isEmpty()) {
      getLog()
          .info(
              "No job (no class with a main method, no Python program that can run here): passed over");
      return;
    }
    getLog().info(new Run(request.get(), this).run().toString());
  }

  /** Returns where the state of the build is remembered. */
  static Path memory(ProjectContext context) {
    return context.sparkFolder("run");
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
