/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * The modules of a build, for a goal that needs no project.
 *
 * <p>Called by its name, such a goal runs in the first project alone
 * (LifecycleTaskSegmentCalculator takes it for an aggregator), and a build whose first project has
 * no job would be green without anything done. Bound to a phase it runs in every module.
 */
record EachModule(
    MavenSession session,
    MojoExecution execution,
    LifecycleExecutor lifecycle,
    BuildPluginManager plugins) {
  private static final String IN_MODULE = "in-module";

  /** Says whether Maven runs the goal only here although there are more modules. */
  boolean isLeftOut() {
    return !execution.getMojoDescriptor().isProjectRequired()
        && execution.getSource() == MojoExecution.Source.CLI
        && !execution.getExecutionId().equals(IN_MODULE)
        && session.getProjects().size() > 1;
  }

  /**
   * Runs the goal in every module, with the module's own configuration.
   *
   * @param toTheEnd whether a failure waits until all modules are done
   */
  void run(Log log, boolean toTheEnd) throws MojoExecutionException, MojoFailureException {
    List<String> failures = new ArrayList<>();
    for (MavenProject module : session.getProjects()) {
      log.info("Module " + module.getGroupId() + ":" + module.getArtifactId());
      MavenSession there = session.clone();
      there.setCurrentProject(module);
      try {
        plugins.executeMojo(there, executionOf(there));
      } catch (MojoFailureException e) {
        if (!toTheEnd) {
          throw e;
        }
        failures.add(module.getArtifactId() + ": " + e.getMessage());
      } catch (MojoExecutionException e) {
        throw e;
      } catch (Exception e) {
        // What Maven throws when it cannot set a goal up.
        throw new MojoExecutionException("Cannot run in " + module + ": " + e.getMessage(), e);
      }
    }
    if (!failures.isEmpty()) {
      throw new MojoFailureException(String.join("\n", failures));
    }
  }

  private MojoExecution executionOf(MavenSession there) throws Exception {
    MojoDescriptor goal = execution.getMojoDescriptor();
    MojoExecution planned =
        lifecycle
            .calculateExecutionPlan(
                there, true, goal.getPluginDescriptor().getId() + ":" + goal.getGoal())
            .getMojoExecutions()
            .get(0);
    MojoExecution own = new MojoExecution(goal, IN_MODULE, MojoExecution.Source.CLI);
    own.setConfiguration(planned.getConfiguration());
    return own;
  }
}
