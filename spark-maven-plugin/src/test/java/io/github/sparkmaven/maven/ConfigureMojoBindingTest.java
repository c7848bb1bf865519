/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
class ConfigureMojoBindingTest {
  private static final String YARN = "classpath:/io/github/sparkmaven/maven/configure-yarn.xml";
  private static final String JOBS = "classpath:/io/github/sparkmaven/maven/configure-jobs.xml";

  @TempDir Path folder;
  @Inject private MavenSession session;

  @Provides
  @SuppressWarnings("unused") // called by the harness
  private MavenProject project() {
    MavenProject project = new MavenProject(new Model());
    project.setBuild(new Build());
    project.getBuild().setDirectory(folder.toString());
    return project;
  }

  @Test
  @InjectMojo(
      goal = "configure",
      pom = "classpath:/io/github/sparkmaven/maven/configure-explicit.xml")
  void takesEveryParameterFromThePom(ConfigureMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertThat(bound.valueOrNull("skipConfigure")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "configure", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(ConfigureMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("skipConfigure")).isEqualTo(false);
  }

  @Test
  @InjectMojo(goal = "configure", pom = YARN)
  void writesThePlanOfTheDefaultEnvironment(ConfigureMojo mojo) throws Exception {
    mojo.execute();

    assertThat(plan("default"))
        .contains("spark.master yarn")
        .contains("spark.executor.cores 6")
        .contains("spark.executor.memory 11600m")
        .contains("spark.executor.instances 24")
        .contains("spark.sql.shuffle.partitions 400");
    assertThat(folder.resolve("spark/plans/default/plan.json")).isNotEmptyFile();
  }

  @Test
  @InjectMojo(goal = "configure", pom = YARN)
  void letsTheCommandLineChooseTheEnvironmentAndOverrideSettings(ConfigureMojo mojo)
      throws Exception {
    session.getUserProperties().setProperty("spark.maven.environment", "prod");
    session.getUserProperties().setProperty("spark.sql.shuffle.partitions", "7");

    mojo.execute();

    assertThat(plan("prod"))
        .contains("spark.executor.instances 48")
        .contains("spark.acme.of.environment 1")
        .contains("spark.sql.shuffle.partitions 7");
    assertThat(folder.resolve("spark/plans/default")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = "configure", pom = YARN)
  @MojoParameter(name = "skip", value = "true")
  void doesNothingWhenItIsSkipped(ConfigureMojo mojo) throws Exception {
    mojo.execute();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @InjectMojo(goal = "configure", pom = YARN)
  @MojoParameter(name = "skipConfigure", value = "true")
  void letsTheCommandLineUndoASkipOfThePom(ConfigureMojo mojo) throws Exception {
    session.getUserProperties().setProperty("spark.maven.configure.skip", "false");

    mojo.execute();

    assertThat(folder.resolve("spark/plans/default/spark-defaults.conf")).exists();
  }

  @Test
  @InjectMojo(goal = "configure", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void passesOverAModuleWithoutAJob(ConfigureMojo mojo) throws Exception {
    mojo.execute();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @InjectMojo(goal = "configure", pom = YARN)
  void failsOnWhatTheUserCanMend(ConfigureMojo mojo) {
    session.getUserProperties().setProperty("spark.maven.environment", "staging");

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "environment: there is no environment 'staging'."
                + " Give one of default, prod, or declare environments/staging")
        .hasCauseInstanceOf(InputException.class);
  }

  @Test
  @InjectMojo(goal = "configure", pom = YARN)
  void tellsAFaultOfTheMachineFromOneOfTheUser(ConfigureMojo mojo) throws IOException {
    Files.createFile(folder.resolve("spark"));

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("Cannot write " + folder.resolve("spark/plans/default"))
        .hasCauseInstanceOf(EnvironmentException.class);
  }

  @Test
  @InjectMojo(goal = "configure", pom = JOBS)
  void writesThePlanOfEachNamedJobIntoItsOwnFolder(ConfigureMojo mojo) throws Exception {
    session.getUserProperties().setProperty("spark.maven.environment", "prod");

    mojo.execute();

    assertThat(plan("prod/load")).contains("spark.executor.cores 2");
    assertThat(plan("prod/train")).contains("spark.executor.cores 3");
    assertThat(folder.resolve("spark/plans/prod/spark-defaults.conf")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = "configure", pom = JOBS)
  void plansTheOneJobThatTheCommandLineNames(ConfigureMojo mojo) throws Exception {
    session.getUserProperties().setProperty("spark.maven.job", "train");

    mojo.execute();

    assertThat(plan("default/train")).contains("spark.executor.cores ");
    assertThat(folder.resolve("spark/plans/default")).isDirectoryNotContaining("glob:**load");
  }

  @Test
  @InjectMojo(goal = "configure", pom = YARN)
  void saysThatKeysAreNotVerifiedWhereSparksJarsCannotBeHad(ConfigureMojo mojo) throws Exception {
    mojo.execute();

    assertThat(plan("default"))
        .contains("# Note: Keys are not verified: the jars of Spark 4.1.0 cannot be resolved");
  }

  private String plan(String environment) throws IOException {
    return Files.readString(
        folder.resolve("spark/plans").resolve(environment).resolve("spark-defaults.conf"));
  }
}
