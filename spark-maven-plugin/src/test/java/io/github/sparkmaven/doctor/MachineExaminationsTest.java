/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JDKs, Maven, and the options that every JVM takes. */
class MachineExaminationsTest {
  @TempDir Path folder;
  private Patient patient;

  @BeforeEach
  void sound() {
    patient = new Patient(folder);
  }

  @Test
  void saysThatTheJdkFits() throws IOException {
    assertThat(jdk())
        .containsExactly(
            Finding.ok("jdk", "JDK 17 (" + folder.resolve("jdk") + ") fits Spark 3.5.5"));
  }

  @Test
  void refusesAJdkThatCannotWork() throws IOException {
    patient.java = Optional.of(new JavaHome(folder.resolve("jdk"), 25));

    assertThat(jdk())
        .containsExactly(
            Finding.error(
                "jdk",
                "JDK 25: Spark 3.5.5 cannot run on it (" + folder.resolve("jdk") + ")",
                "Spark's JVMs end with an exception of their own start.",
                "Use JDK 17, by JAVA_HOME or maven-toolchains-plugin; this Spark runs on 8 to 23"));
  }

  @Test
  void warnsOfAJdkThatSparkDoesNotTest() throws IOException {
    patient.java = Optional.of(new JavaHome(folder.resolve("jdk"), 21));

    assertThat(jdk())
        .extracting(Finding::severity, Finding::what)
        .containsExactly(
            tuple(
                Severity.WARNING,
                "Spark 3.5.5 is not tested on JDK 21; JDK 17 is the safe choice"));
  }

  @Test
  void saysThatSparkRunsOnAnotherJdkThanMaven() throws IOException {
    patient.file("maven-jdk/bin/java", "");
    patient.ofMaven = folder.resolve("maven-jdk");

    assertThat(jdk())
        .contains(
            Finding.note(
                "jdk",
                "Spark runs on the toolchain's "
                    + folder.resolve("jdk")
                    + ", Maven on "
                    + folder.resolve("maven-jdk"),
                "What a test does in Maven's JVM, as with surefire's forkCount 0, sees another Java."));
  }

  @Test
  void warnsOfAJavaHomeWithoutJava() throws IOException {
    patient.variable("JAVA_HOME", "/no/jdk");

    assertThat(jdk())
        .contains(
            Finding.warning(
                "java-home",
                "JAVA_HOME is /no/jdk, which has no bin/java",
                "spark-submit from a shell fails with it; the goals name their own JDK to it.",
                "export JAVA_HOME=" + folder.resolve("jdk")));
  }

  @Test
  void notesAnotherJavaHome() throws IOException {
    assertThat(patient.file("other/bin/java", "").toFile().setExecutable(true)).isTrue();
    patient.variable("JAVA_HOME", folder.resolve("other").toString());

    assertThat(jdk()).extracting(Finding::severity).containsExactly(Severity.OK, Severity.NOTE);
  }

  @Test
  void takesAJavaHomeThatIsALinkToTheSame() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("jdk"));
    patient.variable("JAVA_HOME", link.toString());

    assertThat(jdk()).extracting(Finding::severity).containsExactly(Severity.OK);
  }

  @Test
  void warnsOfOptionsThatWinOverTheCommandLine() {
    patient.variable("_JAVA_OPTIONS", "-Xmx512m");

    assertThat(new JvmOptionsExamination(patient.surroundings()).findings())
        .containsExactly(
            Finding.warning(
                "jvm-options",
                "_JAVA_OPTIONS is '-Xmx512m'",
                "It overrides the command line of every JVM: driver and executors of this machine"
                    + " have its heap and not the plan's.",
                "unset _JAVA_OPTIONS"));
  }

  @Test
  void notesOptionsThatTheCommandLineWinsOverAndHidesSecrets() {
    patient.variable("JAVA_TOOL_OPTIONS", "-Djavax.net.ssl.keyStorePassword=hunter2");
    patient.variable("JDK_JAVA_OPTIONS", "-Dx=y");

    assertThat(new JvmOptionsExamination(patient.surroundings()).findings())
        .extracting(Finding::severity, Finding::what)
        .containsExactly(
            tuple(Severity.NOTE, "JAVA_TOOL_OPTIONS is set (*********(redacted))"),
            tuple(Severity.NOTE, "JDK_JAVA_OPTIONS is '-Dx=y'"));
  }

  @Test
  void refusesAnOldMaven() {
    patient.maven = "3.6.2";
    assertThat(maven().get(0).severity()).isEqualTo(Severity.ERROR);

    for (String version : List.of("3.6.3", "3.10.0", "4.0.0-rc-4")) {
      patient.maven = version;
      assertThat(maven()).containsExactly(Finding.ok("maven", "Maven " + version));
    }
  }

  @Test
  void refusesAToolchainThatIsGoneWhereTheBuildUsesToolchains() {
    patient.toolchains = List.of(folder.resolve("jdk"), Path.of("/no/jdk"));
    patient.usesToolchains = true;

    assertThat(maven())
        .contains(
            Finding.error(
                "toolchains",
                "toolchains.xml names /no/jdk, which is not there",
                "maven-toolchains-plugin of this build fails: Misconfigured toolchains.",
                "Correct or remove that jdkHome in ~/.m2/toolchains.xml"));

    patient.usesToolchains = false;
    assertThat(maven()).extracting(Finding::severity).contains(Severity.WARNING);

    patient.toolchains = List.of(folder.resolve("jdk"));
    assertThat(maven())
        .contains(Finding.ok("toolchains", "all JDKs of toolchains.xml are there: 1"));
  }

  @Test
  void tellsWhatKeepsTheGoalsFromTheirWork() {
    patient.problems = List.of(new Problem("cluster/nodes", "is missing", "Give it"));

    assertThat(new ProjectExamination(patient.request().project()).findings())
        .containsExactly(
            Finding.error(
                "plan",
                "cluster/nodes: is missing",
                "No goal can plan or submit the job.",
                "Give it"));
  }

  @Test
  void namesTheSparkThatItKnowsAlone() {
    patient.spark = Optional.of(new SparkVersion("4.1.0", "2.13"));

    assertThat(new ProjectExamination(patient.request().project()).findings())
        .containsExactly(Finding.ok("plan", "Spark 4.1.0 (Scala 2.13)"));
  }

  private List<Finding> jdk() throws IOException {
    return new JdkExamination(patient.request(), patient.surroundings()).findings();
  }

  private List<Finding> maven() {
    return new MavenExamination(patient.request().build()).findings();
  }
}
