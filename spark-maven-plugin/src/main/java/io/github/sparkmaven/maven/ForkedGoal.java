/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.JobFailedException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;

/**
 * Another goal of this plugin, with the lifecycle and the resolution that it needs, as Maven forks
 * it for {@code @Execute(goal = …)}: only that here the goal decides whether.
 *
 * @param execution the goal that forks
 */
record ForkedGoal(MavenSession session, MojoExecution execution, LifecycleExecutor lifecycle) {

  /**
   * Runs it.
   *
   * @throws JobFailedException if the lifecycle fails by the project's fault
   * @throws InputException if the goal fails so
   * @throws EnvironmentException if anything else keeps it from it
   */
  void run(String goal) {
    MojoDescriptor forking = execution.getMojoDescriptor().clone();
    forking.setExecuteGoal(goal);
    MojoExecution fork =
        new MojoExecution(forking, execution.getExecutionId(), execution.getSource());
    try {
      lifecycle.calculateForkedExecutions(fork, session);
      lifecycle.executeForkedExecutions(fork, session);
    } catch (Exception e) {
      throw translated(e);
    }
  }

  /** Finds what the goal itself has thrown, or the goal of another plugin. */
  private static RuntimeException translated(Exception thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException input) {
        return input;
      }
      if (cause instanceof JobFailedException failed) {
        return failed;
      }
      if (cause instanceof MojoFailureException failure
          && !(failure.getCause() instanceof RuntimeException)) {
        return new JobFailedException(String.valueOf(failure.getMessage()));
      }
    }
    return new EnvironmentException(String.valueOf(thrown.getMessage()), thrown);
  }
}
