/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.maven.parameter.EnvironmentParameter;
import io.github.sparkmaven.maven.parameter.JobParameter;
import io.github.sparkmaven.maven.parameter.PomElement;
import io.github.sparkmaven.problem.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenEnvironmentTest {
  private final Map<String, EnvironmentParameter> environments = new LinkedHashMap<>();
  private final Map<String, JobParameter> jobs = new LinkedHashMap<>();
  private final Properties properties = new Properties();
  private JobParameter job = new JobParameter();
  private String defaultEnvironment = "default";

  @Test
  void isTheDefaultUnlessTheCommandLineNamesAnother() {
    environments.put("prod", environment("<conf><spark.x>1</spark.x></conf>"));

    assertThat(chosen().name()).isEqualTo("default");
    assertThat(chosen().parameter().conf()).isEmpty();

    properties.setProperty("spark.maven.environment", "prod");
    assertThat(chosen().name()).isEqualTo("prod");
    assertThat(chosen().parameter().conf()).containsEntry("spark.x", "1");
  }

  @Test
  void refusesAnEnvironmentThatIsNotDeclared() {
    environments.put("prod", environment(""));
    defaultEnvironment = "staging";

    assertThatThrownBy(this::chosen)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "environment: there is no environment 'staging'. Give one of default, prod, or declare"
                + " environments/staging");
  }

  @Test
  void refusesAJobBesideTheJobsOfAnEnvironment() {
    job = job("Main");
    environments.put("prod", environment("<jobs><load><mainClass>Load</mainClass></load></jobs>"));
    defaultEnvironment = "prod";

    assertThatThrownBy(this::chosen)
        .isInstanceOf(InputException.class)
        .hasMessage("job: is given beside environments/prod/jobs. Give it a name among the jobs");
  }

  @Test
  void knowsJobsThatOnlyAnEnvironmentDeclares() {
    assertThat(chosen().hasNoJob()).isTrue();
    environments.put("prod", environment("<jobs><load><mainClass>Load</mainClass></load></jobs>"));
    defaultEnvironment = "prod";

    assertThat(chosen().hasNoJob()).isFalse();
    assertThat(chosen().common().parameter().mainClass()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Prod", "a/b", "..", "a b", ""})
  void refusesNamesThatAreNoFolders(String name) {
    environments.put(name, environment(""));
    jobs.put(name, job("A"));

    assertThatThrownBy(this::chosen)
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.problems())
                    .map(Object::toString)
                    .containsExactly(
                        "environments/" + name + ": " + noName(name),
                        "jobs/" + name + ": " + noName(name)));
  }

  @Test
  void refusesSuchNamesOfAnyEnvironmentsJobs() {
    environments.put("prod", environment("<jobs><Load.It><pythonFile/></Load.It></jobs>"));

    assertThatThrownBy(this::chosen)
        .isInstanceOf(InputException.class)
        .hasMessage("environments/prod/jobs/Load.It: " + noName("Load.It"));
  }

  @Test
  void refusesAJobBesideNamedOnes() {
    job = job("A");
    jobs.put("load", job("B"));

    assertThatThrownBy(this::chosen)
        .isInstanceOf(InputException.class)
        .hasMessage("job: is given beside jobs. Give it a name among the jobs");
  }

  @Test
  void hasTheOneJobWithoutAName() {
    job = job("A");

    NamedJob only = chosen().job();

    assertThat(only.name()).isEmpty();
    assertThat(only.where()).isEqualTo("job");
    assertThat(only.parameter().mainClass()).contains("A");
  }

  @Test
  void laysAnEnvironmentsPartOverEachJob() {
    jobs.put("load", job("A"));
    jobs.put("train", job("B"));
    environments.put(
        "prod",
        environment(
            "<jobs><train><conf><spark.x>1</spark.x></conf></train>"
                + "<only-here><mainClass>C</mainClass></only-here></jobs>"));

    assertThat(classes()).containsExactly("load A", "train B");

    properties.setProperty("spark.maven.environment", "prod");
    assertThat(classes()).containsExactly("load A", "only-here C", "train B");
    assertThat(chosen().jobs().get(2).parameter().conf()).containsEntry("spark.x", "1");
    assertThat(chosen().jobs().get(2).where()).isEqualTo("jobs/train");
  }

  @Test
  void takesTheJobOfTheCommandLine() {
    jobs.put("load", job("A"));
    jobs.put("train", job("B"));
    assertThatThrownBy(() -> chosen().job())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "job: is missing, and the POM has several jobs. Give one, -Dspark.maven.job=load or"
                + " train");

    properties.setProperty("spark.maven.job", "train");

    assertThat(classes()).containsExactly("train B");
    assertThat(chosen().job().parameter().mainClass()).contains("B");
  }

  @Test
  void refusesAJobThatIsNotDeclared() {
    properties.setProperty("spark.maven.job", "trian");
    assertThatThrownBy(() -> chosen().jobs())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "job: there is no job 'trian'. Declare jobs/trian, or leave -Dspark.maven.job out");

    jobs.put("train", job("B"));
    assertThatThrownBy(() -> chosen().jobs())
        .isInstanceOf(InputException.class)
        .hasMessage("job: there is no job 'trian'. Give one of train");
  }

  private Stream<String> classes() {
    return chosen().jobs().stream()
        .map(one -> one.name().orElse("") + " " + one.parameter().mainClass().orElse(""));
  }

  private ChosenEnvironment chosen() {
    return new ChosenEnvironment(
        new Declaration(
            job,
            jobs,
            Optional.empty(),
            Optional.empty(),
            new Properties(),
            List.of(),
            environments,
            defaultEnvironment,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new UserProperties(properties));
  }

  private static String noName(String name) {
    return "'"
        + name
        + "' is no name of an environment or a job. Use lower-case letters, digits and hyphens";
  }

  private static EnvironmentParameter environment(String children) {
    return PomElement.fill(new EnvironmentParameter(), children);
  }

  private static JobParameter job(String mainClass) {
    return PomElement.fill(new JobParameter(), "<mainClass>" + mainClass + "</mainClass>");
  }
}
