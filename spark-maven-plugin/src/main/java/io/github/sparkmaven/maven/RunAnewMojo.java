/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * What {@code spark:run} calls where something has changed since the last run, or nobody can tell:
 * runs the job after Maven has compiled and resolved. Call {@code spark:run}.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "run-anew",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RunAnewMojo extends AbstractRunMojo {

  @Override
  void runGoal(ProjectContext context) {
    RunDependencies dependencies = RunDependencies.of(context.project());
    BuildState state = new BuildState(context);
    state
        .digest()
        .filter(digest -> state.isSettled())
        .ifPresent(digest -> dependencies.remember(memory(context), digest));
    run(context, dependencies);
  }
}
