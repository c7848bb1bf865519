/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.maven.parameter.ExplainParameter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
class ExplainMojoBindingTest {
  private static final String YARN = "classpath:/io/github/sparkmaven/maven/configure-yarn.xml";
  private static final String JOBS = "classpath:/io/github/sparkmaven/maven/configure-jobs.xml";

  @TempDir Path folder;
  @Inject private MavenSession session;

  @Provides
  @SuppressWarnings("unused") // called by the harness
  private MavenProject project() {
    MavenProject project = new MavenProject(new Model());
    project.setFile(new File(folder.toFile(), "pom.xml"));
    project.setArtifact(
        new DefaultArtifact(
            "com.acme", "job", "1", "compile", "jar", "", new DefaultArtifactHandler("jar")));
    project.setBuild(new Build());
    project.getBuild().setFinalName("job-1");
    project.getBuild().setDirectory(folder.resolve("target").toString());
    project.getBuild().setOutputDirectory(folder.resolve("target/classes").toString());
    return project;
  }

  @Test
  @InjectMojo(goal = "explain", pom = "classpath:/io/github/sparkmaven/maven/explain-explicit.xml")
  void takesEveryParameterFromThePom(ExplainMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);
    ExplainParameter explain = bound.value("explain", ExplainParameter.class);

    bound.assertExplicitValues();
    assertThat(bound.valueOrNull("skipExplain")).isEqualTo(true);
    assertThat(explain.key()).contains("spark.executor.memory");
    assertThat(explain.diff()).contains("on-one-machine");
    assertThat(explain.json()).contains("true");
  }

  @Test
  @InjectMojo(goal = "explain", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(ExplainMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("skipExplain")).isEqualTo(false);
    assertThat(bound.valueOrNull("explain")).isNull();
  }

  @Test
  @InjectMojo(goal = "explain", pom = YARN)
  void writesJsonOnlyWhereItIsAskedFor(ExplainMojo mojo) throws Exception {
    mojo.execute();
    assertThat(folder.resolve("target")).doesNotExist();

    user("explain.json", "");
    mojo.execute();
    assertThat(json("default.json"))
        .contains("\"environment\" : \"default\"")
        .contains("\"key\" : \"spark.sql.shuffle.partitions\"");
  }

  @Test
  @InjectMojo(goal = "explain", pom = YARN)
  void explainsOneKeyInTheEnvironmentOfTheCommandLine(ExplainMojo mojo) throws Exception {
    user("explain.json", "true");
    user("explain.key", "spark.executor.instances");
    user("environment", "prod");
    session.getUserProperties().setProperty("spark.executor.instances", "3");

    mojo.execute();

    assertThat(json("prod.json"))
        .contains("\"value\" : \"3\"")
        .contains("\"layer\" : \"command-line\"")
        .doesNotContain("spark.sql.shuffle.partitions");
  }

  @Test
  @InjectMojo(goal = "explain", pom = YARN)
  void comparesWithAnotherEnvironmentEvenWhereAFileHasItsName(ExplainMojo mojo) throws Exception {
    Files.writeString(folder.resolve("prod"), "spark.executor.instances 1\n");
    user("explain.json", "true");
    user("explain.diff", "prod");

    mojo.execute();

    assertThat(json("default.json"))
        .contains("\"other\" : \"environment prod\"")
        .contains("\"there\" : \"48\"");
  }

  @Test
  @InjectMojo(goal = "explain", pom = YARN)
  void comparesWithAFileOfTheModule(ExplainMojo mojo) throws Exception {
    Files.writeString(folder.resolve("old.conf"), "spark.executor.instances 1\n");
    user("explain.json", "true");
    user("explain.diff", "old.conf");

    mojo.execute();

    assertThat(json("default.json")).contains("\"there\" : \"1\"");
  }

  @Test
  @InjectMojo(goal = "explain", pom = JOBS)
  void explainsEveryJobInAFileOfItsOwn(ExplainMojo mojo) throws Exception {
    user("explain.json", "true");

    mojo.execute();

    assertThat(json("default/load.json")).contains("\"job\" : \"load\"");
    assertThat(json("default/train.json")).contains("\"job\" : \"train\"");
  }

  @Test
  @InjectMojo(goal = "explain", pom = YARN)
  void tellsOfEveryFaultAtOnce(ExplainMojo mojo) {
    user("explain.json", "maybe");
    user("explain.diff", "staging");
    session.getUserProperties().setProperty("spark.executor.memory", "1x");

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("3 problems:")
        .hasMessageContaining("explain/json: 'maybe' is neither true nor false")
        .hasMessageContaining(
            "explain/diff: 'staging' is neither an environment nor a file, "
                + folder.resolve("staging")
                + ". Give one of the environments default, prod, ")
        .hasMessageContaining("spark.executor.memory");
  }

  @Test
  @InjectMojo(goal = "explain", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void passesOverAModuleWithoutAJob(ExplainMojo mojo) throws Exception {
    user("explain.json", "true");

    mojo.execute();

    assertThat(folder.resolve("target")).doesNotExist();
  }

  @Test
  @InjectMojo(goal = "explain", pom = YARN)
  @MojoParameter(name = "skipExplain", value = "true")
  void letsTheCommandLineUndoASkipOfThePom(ExplainMojo mojo) throws Exception {
    user("explain.json", "true");
    mojo.execute();
    assertThat(folder.resolve("target")).doesNotExist();

    user("explain.skip", "false");
    mojo.execute();
    assertThat(folder.resolve("target/spark/explain/default.json")).exists();
  }

  private void user(String name, String value) {
    Properties properties = session.getUserProperties();
    properties.setProperty("spark.maven." + name, value);
  }

  private String json(String file) throws IOException {
    return Files.readString(folder.resolve("target/spark/explain").resolve(file));
  }
}
