/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Compiles what has changed and runs the job now, in local mode, from the classes of the build with
 * provided dependencies on the class path; Python jobs from their sources.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", threadSafe = true)
public final class RunMojo extends AbstractRunMojo {
  private static final String ANEW = "run-anew";

  @Override
  void runGoal(ProjectContext context) {
    Optional<RunDependencies> known =
        new BuildState(context)
            .digest()
            .flatMap(state -> RunDependencies.remembered(memory(context), state));
    if (known.isPresent()) {
      getLog().info("Nothing has changed since the last run");
      run(context, known.get());
    } else {
      forkedGoal().run(ANEW);
    }
  }
}
