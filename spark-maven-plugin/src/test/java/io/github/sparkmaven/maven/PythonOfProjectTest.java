/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.maven.parameter.JobParameter;
import io.github.sparkmaven.maven.parameter.PomElement;
import io.github.sparkmaven.maven.parameter.PythonParameter;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonOfProjectTest {
  private static final String GUARD = "if __name__ == '__main__':\n    pass\n";

  @TempDir Path folder;
  private final Properties user = new Properties();
  private final MavenProject project = new MavenProject(new Model());
  private Optional<PythonParameter> python = Optional.empty();
  private Optional<String> sparkVersion = Optional.empty();
  private String job = "";

  @BeforeEach
  void makeProject() {
    Build build = new Build();
    build.setDirectory(folder.resolve("target").toString());
    project.setBuild(build);
    project.setFile(folder.resolve("pom.xml").toFile());
    user.setProperty("spark.maven.cacheDirectory", folder.resolve("cache").toString());
  }

  @Test
  void takesTheSparkThatPysparkIsPinnedTo() throws IOException {
    write("src/main/python/job.py", GUARD);
    write("requirements.txt", "pyspark==3.5.5\n");

    assertThat(context().requiredSpark()).isEqualTo(new SparkVersion("3.5.5", "2.12"));
  }

  @Test
  void takesThePinForAJobThatIsAPythonFileAnywhere() throws IOException {
    write("requirements.txt", "pyspark==4.0.1\n");
    job = "<pythonFile>jobs/load.py</pythonFile>";

    assertThat(context().requiredSpark()).isEqualTo(new SparkVersion("4.0.1", "2.13"));
  }

  @Test
  void looksAtNoRequirementsWhereThereIsNoPython() throws IOException {
    write("requirements.txt", "pyspark==3.5.5\n");

    assertThat(context().spark()).isEmpty();
  }

  @Test
  void prefersADependencyToThePin() throws IOException {
    write("src/main/python/job.py", GUARD);
    write("requirements.txt", "pyspark==3.5.5\n");
    Dependency dependency = new Dependency();
    dependency.setGroupId("org.apache.spark");
    dependency.setArtifactId("spark-sql_2.13");
    dependency.setVersion("4.1.0");
    project.getModel().addDependency(dependency);

    assertThat(context().requiredSpark()).isEqualTo(new SparkVersion("4.1.0", "2.13"));
  }

  @Test
  void takesTheDeclaredVersionWherePythonPinsNone() throws IOException {
    write("src/main/python/job.py", GUARD);
    write("requirements.txt", "pyspark>=3.5\n");
    sparkVersion = Optional.of("3.5.4");

    assertThat(context().requiredSpark().version()).isEqualTo("3.5.4");
  }

  @Test
  void saysHowToShowTheVersion() throws IOException {
    write("src/main/python/job.py", GUARD);

    assertThatThrownBy(() -> context().requiredSpark())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "sparkVersion: the project has no dependency of org.apache.spark, its Python pins no"
                + " pyspark, and no version is given. Add spark-sql as a provided dependency, pin"
                + " pyspark==4.1.0 in requirements.txt, or give <sparkVersion>4.1.0</sparkVersion>");
  }

  @Test
  void letsTheCommandLineWinOverThePom() throws IOException {
    Files.createDirectories(folder.resolve("of-pom"));
    Files.createDirectories(folder.resolve("of-line"));
    write("a.txt", "pyspark==3.5.5\n");
    write("b.txt", "pyspark==3.5.4\n");
    declare(
        "<sourceDirectory>of-pom</sourceDirectory><testDirectory>of-pom</testDirectory>"
            + "<requirements>a.txt</requirements><packEnvironment>false</packEnvironment>");

    assertThat(of().layout().sources()).contains(folder.resolve("of-pom"));
    assertThat(of().isPacked()).isFalse();
    assertThat(of().sparkVersion()).contains("3.5.5");

    user.setProperty("spark.maven.python.sourceDirectory", "of-line");
    user.setProperty("spark.maven.python.testDirectory", "of-line");
    user.setProperty("spark.maven.python.requirements", "b.txt");
    user.setProperty("spark.maven.python.packEnvironment", "");
    assertThat(of().layout().sources()).contains(folder.resolve("of-line"));
    assertThat(of().layout().tests()).contains(folder.resolve("of-line"));
    assertThat(of().sparkVersion()).contains("3.5.4");
    assertThat(of().isPacked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "environment",
        "executable",
        "ifUnavailable",
        "packEnvironment",
        "requirements",
        "sourceDirectory",
        "testDirectory"
      })
  void knowsThePropertyOfEachElement(String name) {
    user.setProperty("spark.maven.python." + name, "x");

    new UserProperties(user).refuseUnknown(new Properties());
    assertThat(
            new PythonParameter().text(name, own -> new UserProperties(user).text("python." + own)))
        .contains("x");
  }

  @Test
  void readsSeveralRequirementsFiles() throws IOException {
    write("a.txt", "numpy\n");
    write("b.txt", "pandas\n");
    declare("<requirements> a.txt , b.txt, </requirements>");

    assertThat(of().requirementLines(new SparkVersion("3.5.5", "2.12")))
        .containsExactly("numpy", "pandas", "pyspark==3.5.5");
  }

  @Test
  void tellsAllThatCannotBeReadAtOnce() {
    declare("<environment>poetry</environment><packEnvironment>maybe</packEnvironment>");

    assertThatThrownBy(() -> of().isPacked())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("python/environment: 'poetry' is unknown. Give one of venv, system")
        .hasMessageContaining("python/packEnvironment: 'maybe' is neither true nor false. ");
  }

  @ParameterizedTest
  @CsvSource({", true", "src/main/java, false", "src/main/scala, false", "src/main/kotlin, false"})
  void isAloneWhereNothingIsWrittenForTheJvm(String other, boolean alone) throws IOException {
    assertThat(of().isAlone()).isFalse();
    write("src/main/python/job.py", GUARD);
    if (other != null) {
      Files.createDirectories(folder.resolve(other));
    }

    assertThat(of().isAlone()).isEqualTo(alone);
    assertThat(pythonJob().isPython()).isEqualTo(alone);
  }

  @Test
  void guessesTheOneProgram() throws IOException {
    write("src/main/python/job.py", GUARD);
    write("src/main/python/library.py", "");

    assertThat(pythonJob().file()).contains("src/main/python/job.py");
    assertThat(pythonJob().program()).contains(folder.resolve("src/main/python/job.py"));
  }

  @Test
  void hasNoProgramWhereNoFileHasTheGuard() throws IOException {
    write("src/main/python/library.py", "");

    assertThat(pythonJob().isPython()).isTrue();
    assertThat(pythonJob().file()).isEmpty();
    assertThat(pythonJob().program()).isEmpty();
  }

  @Test
  void asksWhichOfSeveralPrograms() throws IOException {
    write("src/main/python/b.py", GUARD);
    write("src/main/python/a.py", GUARD);

    assertThat(pythonJob().file()).isEmpty();
    assertThatThrownBy(() -> pythonJob().program())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "job/pythonFile: is missing, and several files have if __name__ == \"__main__\":"
                + " src/main/python/a.py, src/main/python/b.py. Give one of them, as in"
                + " <pythonFile>src/main/python/a.py</pythonFile>");
  }

  @Test
  void takesTheNamedProgramFromTheModuleOrItsSources() throws IOException {
    write("src/main/python/a.py", GUARD);
    write("src/main/python/b.py", GUARD);
    write("jobs/b.py", "");
    job = "<pythonFile>b.py</pythonFile>";
    assertThat(pythonJob().program()).contains(folder.resolve("src/main/python/b.py"));
    assertThat(pythonJob().file()).contains("b.py");
    job = "<pythonFile>jobs/b.py</pythonFile>";
    assertThat(pythonJob().program()).contains(folder.resolve("jobs/b.py"));
  }

  @Test
  void refusesAProgramThatIsNotThere() throws IOException {
    job = "<pythonFile>none.py</pythonFile>";
    assertThatThrownBy(() -> pythonJob().program())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "job/pythonFile: 'none.py' is not there: there is no %s. Give the path of a .py file,"
                + " from the module's folder",
            folder.resolve("none.py"));

    write("src/main/python/a.py", GUARD);
    assertThatThrownBy(() -> pythonJob().program())
        .hasMessageEndingWith(", from the module's folder, as in src/main/python/a.py");
  }

  @Test
  void isNoPythonJobWhereAClassIsNamed() throws IOException {
    write("src/main/python/job.py", GUARD);
    job = "<mainClass>com.acme.Job</mainClass>";
    assertThat(pythonJob().isPython()).isFalse();
    job = "";
    user.setProperty("spark.maven.mainClass", "com.acme.Job");
    assertThat(pythonJob().isPython()).isFalse();
  }

  private PythonOfProject of() {
    return new PythonOfProject(context());
  }

  private PythonJob pythonJob() {
    return new PythonJob(context(), new NamedJob(Optional.empty(), parameter()));
  }

  private JobParameter parameter() {
    return PomElement.fill(new JobParameter(), job);
  }

  private void declare(String children) {
    python = Optional.of(PomElement.fill(new PythonParameter(), children));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ProjectContext context() {
    return new PomContext(project, user).with(parameter()).with(python, sparkVersion).get();
  }
}
