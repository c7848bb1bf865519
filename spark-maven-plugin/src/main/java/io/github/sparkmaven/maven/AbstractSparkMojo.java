/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.JobFailedException;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** What all goals share: skipping, and the one translation of exceptions to Maven's. */
abstract class AbstractSparkMojo extends AbstractDeclaringMojo {
  /**
   * Whether to do nothing; also {@code -Dspark.maven.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private MojoExecution execution;

  @Inject private RepositorySystem repositorySystem;

  @Inject private LifecycleExecutor lifecycleExecutor;

  @Inject private BuildPluginManager pluginManager;

  @Inject private ToolchainManager toolchainManager;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    try {
      ProjectContext context = context();
      EachModule modules = new EachModule(session, execution, lifecycleExecutor, pluginManager);
      if (modules.isLeftOut() && !isForAllModules(context)) {
        modules.run(getLog(), goesOnAfterFailure());
        return;
      }
      context.userProperties().refuseUnknown(project.getProperties());
      new ConfigurationElements(plugin).refuseUnknown(project);
      if (context.userProperties().flag("skip", skip) || skipsGoal(context)) {
        getLog().info("Skipped");
      } else if (!servesRun() && context.isForRunAlone()) {
        getLog().debug("Of no use to spark:run: passed over");
      } else if (project.getPackaging().equals("pom")
          && !servesPackagingPom(context)
          && !isOfPython(context)) {
        getLog().info("Packaging pom: passed over");
      } else {
        refuseWindows();
        runGoal(context);
      }
    } catch (InputException | JobFailedException e) {
      throw new MojoFailureException(e.getMessage(), e);
    } catch (EnvironmentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new MojoExecutionException(
          "This is a fault of spark-maven-plugin itself, please report it with the output of mvn -e: "
              + e,
          e);
    }
  }

  /** Returns the jars that the plugin itself is made of. */
  OwnJars ownJars() {
    return new OwnJars(plugin);
  }

  /** Returns how this goal forks others. */
  ForkedGoal forkedGoal() {
    return new ForkedGoal(session, execution, lifecycleExecutor);
  }

  Expressions expressions() {
    return new Expressions(session, execution);
  }

  /**
   * Says whether the goal has work where nothing is packaged; Maven's stand-in for a missing
   * project is of packaging pom too.
   */
  boolean servesPackagingPom(ProjectContext context) {
    return false;
  }

  /** Says whether spark:run needs what the goal does in the lifecycle before it. */
  boolean servesRun() {
    return true;
  }

  /** Says whether a goal that was called by its name does its work once for a whole build. */
  boolean isForAllModules(ProjectContext context) {
    return false;
  }

  /** Says whether a goal that serves all modules goes on with the next after one has failed. */
  boolean goesOnAfterFailure() {
    return false;
  }

  /** Says whether this goal alone is to be skipped. */
  abstract boolean skipsGoal(ProjectContext context);

  /**
   * Does the work; throws {@link InputException} or {@link EnvironmentException} when it cannot.
   */
  abstract void runGoal(ProjectContext context);

  /** A module of Python alone has nothing that Maven would put into a jar. */
  private static boolean isOfPython(ProjectContext context) {
    return context.project().getBasedir() != null
        && context.project().getModules().isEmpty()
        && !new PythonOfProject(context).layout().isEmpty();
  }

  private ProjectContext context() {
    return new ProjectContext(
        session,
        project,
        new UserProperties(session.getUserProperties()),
        new ArtifactResolver(repositorySystem, session, project),
        toolchainManager,
        declaration());
  }

  private static void refuseWindows() {
    if (File.separatorChar == '\\') {
      throw new EnvironmentException(
          "spark-maven-plugin does not run on Windows itself; run this build in WSL", null);
    }
  }
}
