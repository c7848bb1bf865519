/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.ClusterParameter;
import io.github.sparkmaven.maven.parameter.EnvironmentParameter;
import io.github.sparkmaven.maven.parameter.JobParameter;
import io.github.sparkmaven.maven.parameter.PythonParameter;
import io.github.sparkmaven.maven.parameter.WorkloadParameter;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.JobFailedException;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: their parameters, skipping, and the one translation of exceptions to
 * Maven's.
 */
abstract class AbstractSparkMojo extends AbstractMojo {
  /**
   * What is to run: {@code mainClass} or {@code pythonFile}, {@code arguments}, and its own {@code
   * workload} and {@code conf}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable JobParameter job;

  /**
   * Several jobs, by name, each as {@code job}; {@code -Dspark.maven.job} names one of them.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable Map<String, JobParameter> jobs;

  /**
   * The hardware: {@code manager}, {@code nodes}, and the {@code cores} and {@code memory} of one
   * machine; without it, this computer in local mode.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable ClusterParameter cluster;

  /**
   * What is known of the job, and pins that the plan obeys.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable WorkloadParameter workload;

  /**
   * Spark settings: keys as elements, or {@code
   * <property><name>…</name><value>…</value></property>}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable Properties conf;

  /**
   * Keys that no registry of Spark knows and that are right all the same, as the job's own are; a
   * name ending in {@code *} stands for all keys that begin so.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable List<@Nullable String> allowedKeys;

  /**
   * What differs in each environment, by its name: {@code cluster}, {@code workload}, {@code conf},
   * {@code jobs} and {@code submit}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable Map<String, EnvironmentParameter> environments;

  /**
   * The environment that is used unless {@code -Dspark.maven.environment} names another.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "default")
  private String defaultEnvironment = "default";

  /**
   * The module's Python: {@code executable}, {@code requirements}, {@code environment}, {@code
   * sourceDirectory}, {@code testDirectory}, {@code packEnvironment} and {@code ifUnavailable};
   * each also {@code -Dspark.maven.python.<name>}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable PythonParameter python;

  /**
   * The Spark version, where no dependency says it.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable String sparkVersion;

  /**
   * A Spark distribution to use; by default {@code SPARK_HOME} where it fits, else one assembled
   * from the project's Spark artifacts.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable File sparkHome;

  /**
   * A folder with the site's {@code spark-defaults.conf}; by default {@code SPARK_CONF_DIR}, else
   * the Spark home's own.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable File sparkConfDir;

  /**
   * The one folder outside of target that is written to; by default the user's own cache folder.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable File cacheDirectory;

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
        new Declaration(
            Optional.ofNullable(job).orElseGet(JobParameter::new),
            Optional.ofNullable(jobs).orElse(Map.of()),
            Optional.ofNullable(cluster),
            Optional.ofNullable(workload),
            Optional.ofNullable(conf).orElseGet(Properties::new),
            Optional.ofNullable(allowedKeys).stream()
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList(),
            Optional.ofNullable(environments).orElse(Map.of()),
            defaultEnvironment,
            Optional.ofNullable(python),
            Optional.ofNullable(sparkVersion),
            Optional.ofNullable(sparkHome).map(File::toPath),
            Optional.ofNullable(sparkConfDir).map(File::toPath),
            Optional.ofNullable(cacheDirectory).map(File::toPath)));
  }

  private static void refuseWindows() {
    if (File.separatorChar == '\\') {
      throw new EnvironmentException(
          "spark-maven-plugin does not run on Windows itself; run this build in WSL", null);
    }
  }
}
