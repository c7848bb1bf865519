/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.submit.OnRunning;
import io.github.sparkmaven.submit.WaitFor;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitParameterTest {
  @TempDir Path folder;
  private final Problems problems = new Problems();

  @Test
  void hasDefaults() {
    SubmitDeclaration declared = read(new SubmitParameter());

    assertThat(problems.all()).isEmpty();
    assertThat(declared.what())
        .isEqualTo(
            new SubmitDeclaration.What(Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(declared.dependencies()).isTrue();
    assertThat(declared.along())
        .isEqualTo(new SubmitDeclaration.Along(List.of(), List.of(), List.of(), List.of()));
    assertThat(declared.settings()).isEmpty();
    assertThat(declared.env()).isEmpty();
    assertThat(declared.waitFor()).isEqualTo(WaitFor.END);
    assertThat(declared.timeout()).isEmpty();
    assertThat(declared.onRunning()).isEqualTo(OnRunning.FAIL);
    assertThat(declared.dryRun()).isFalse();
  }

  @Test
  void readsResourcesAsPathsFromTheProjectAndUris() throws IOException {
    Files.createFile(folder.resolve("a.txt"));
    SubmitDeclaration declared =
        read(
            pom(
                "<files><file>a.txt#alias</file><file>hdfs:///b,s3a://c/d</file></files>"
                    + "<jars><jar>lib/*.jar</jar></jars>"
                    + "<archives><archive>file:///only/on/workers.zip</archive></archives>"));

    assertThat(problems.all()).isEmpty();
    assertThat(declared.along().files())
        .containsExactly(folder.resolve("a.txt") + "#alias", "hdfs:///b", "s3a://c/d");
    assertThat(declared.along().jars()).containsExactly(folder.resolve("lib/*.jar").toString());
    assertThat(declared.along().archives()).containsExactly("file:///only/on/workers.zip");
  }

  @Test
  void turnsThePrincipalIntoSettings() throws IOException {
    Path keytab = Files.createFile(folder.resolve("job.keytab"));
    SubmitDeclaration declared =
        read(pom("<principal>job@ACME</principal><keytab>job.keytab</keytab>"));

    assertThat(declared.settings())
        .containsOnly(
            Map.entry("spark.kerberos.principal", "job@ACME"),
            Map.entry("spark.kerberos.keytab", keytab.toString()));
  }

  @Test
  void tellsOfEverythingThatIsWrongAtOnce() {
    read(
        pom(
            "<artifact>com.acme:job</artifact><classifier>shaded</classifier>"
                + "<files><file>none.txt</file></files><jars><jar/></jars>"
                + "<keytab>none.keytab</keytab><wait>maybe</wait><waitFor>started</waitFor>"
                + "<timeout>soon</timeout><onRunning>ask</onRunning><env><A-B>1</A-B></env>"
                + "<dependencies>some</dependencies>"));

    assertThat(problems.all().stream().map(Problem::toString))
        .contains(
            "submit: has artifact and classifier, and each of them says which jar it is. Keep one;"
                + " an artifact's classifier is the last part of its coordinates",
            "submit/artifact: 'com.acme:job' are no coordinates. Give groupId:artifactId:version,"
                + " and :classifier where the jar has one",
            "submit/files: there is no "
                + folder.resolve("none.txt")
                + ". Give a file that is there, or a URI of another",
            "submit/jars: has an empty element. Give a path or a URI, or leave it out",
            "submit/keytab: there is no "
                + folder.resolve("none.keytab")
                + ". Give a file that is there, or a URI of another",
            "submit/principal: is missing beside submit/keytab. Give the principal that the keytab"
                + " is of",
            "submit/wait: 'maybe' is neither true nor false. Give one of them",
            "submit/waitFor: 'started' is unknown. Give one of accepted, running, end",
            "submit/onRunning: 'ask' is unknown. Give one of fail, reattach, replace",
            "submit/env/A-B: 'A-B' is no name of an environment variable. Use letters, digits and"
                + " underscores",
            "submit/dependencies: 'some' is neither true nor false. Give one of them")
        .anyMatch(text -> text.startsWith("submit/timeout: "));
  }

  @ParameterizedTest
  @CsvSource({
    ", , END",
    "true, , END",
    "false, , ACCEPTED",
    ", RUNNING, RUNNING",
    "true, RUNNING, RUNNING",
    "false, accepted, ACCEPTED",
    ", END, END"
  })
  void readsHowFarItIsFollowed(String wait, String waitFor, WaitFor expected) {
    assertThat(read(patience(wait, waitFor)).waitFor()).isEqualTo(expected);
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"false, END", "false, RUNNING", "true, ACCEPTED"})
  void refusesAContradictoryWait(String wait, String waitFor) {
    read(patience(wait, waitFor));

    assertThat(problems.all().stream().map(Problem::toString))
        .containsExactly(
            "submit/waitFor: is "
                + waitFor
                + " while submit/wait is "
                + wait
                + ". Keep one of them");
  }

  @Test
  void refusesAResourceWithoutAScheme() {
    read(pom("<applicationResource>/jobs/job.jar</applicationResource>"));

    assertThat(problems.all().stream().map(Problem::toString))
        .containsExactly(
            "submit/applicationResource: '/jobs/job.jar' is no URI. Give one that the cluster reads,"
                + " as in local:///opt/jobs/job.jar, hdfs:///jobs/job.jar or"
                + " file:///shared/job.jar");
  }

  @Test
  void laysTheEnvironmentsElementOverFieldByField() {
    SubmitParameter base =
        pom(
            "<classifier>shaded</classifier><timeout>1h</timeout><waitFor>END</waitFor>"
                + "<env><A>1</A><B>1</B></env><proxyUser>etl</proxyUser>");
    SubmitParameter own =
        pom(
            "<artifact>g:a:1:all</artifact><wait>false</wait><env><B>2</B><C/></env>"
                + "<onRunning>replace</onRunning>");
    SubmitDeclaration declared = read(own.over(base));

    assertThat(problems.all()).isEmpty();
    assertThat(declared.what().classifier()).isEmpty();
    assertThat(declared.what().artifact()).contains(new Coordinates("g", "a", "1", "all"));
    assertThat(declared.waitFor()).isEqualTo(WaitFor.ACCEPTED);
    assertThat(declared.timeout()).contains(new TimeLimit(Duration.ofHours(1)));
    assertThat(declared.proxyUser()).contains("etl");
    assertThat(declared.onRunning()).isEqualTo(OnRunning.REPLACE);
    assertThat(declared.env()).isEqualTo(Map.of("A", "1", "B", "2", "C", ""));
    assertThat(own.over(null)).isSameAs(own);
  }

  @Test
  void readsTheCommandLine() {
    Map<String, String> given =
        Map.of("dryRun", "", "dependencies", "false", "jars", "hdfs:///a.jar,hdfs:///b.jar");
    SubmitParameter line =
        SubmitParameter.ofCommandLine(name -> Optional.ofNullable(given.get(name)));
    SubmitDeclaration declared = read(line.over(pom("<dependencies>true</dependencies>")));

    assertThat(declared.dryRun()).isTrue();
    assertThat(declared.dependencies()).isFalse();
    assertThat(declared.along().jars()).containsExactly("hdfs:///a.jar", "hdfs:///b.jar");
  }

  @ParameterizedTest
  @CsvSource({
    "release, , false",
    "release, true, true",
    "release, false, false",
    "confirm=prod, , false",
    "confirm=prod, test, false",
    "confirm=prod, prod, true"
  })
  void asksForAProperty(String text, String given, boolean met) {
    Properties line = new Properties();
    RequiredProperty required = RequiredProperty.parse("submit/requireProperty", text);
    if (given != null) {
      line.setProperty(required.name(), given);
    }
    required.check(line, "submit/requireProperty", problems);

    assertThat(problems.none()).isEqualTo(met);
  }

  @Test
  void namesThePropertyThatIsAskedFor() {
    Properties line = new Properties();
    line.setProperty("confirm", "test");
    RequiredProperty.parse("submit/requireProperty", "confirm=prod")
        .check(line, "submit/requireProperty", problems);

    assertThat(problems.all().get(0).toString())
        .isEqualTo(
            "submit/requireProperty: nothing is submitted without -Dconfirm=prod on Maven's command"
                + " line, where it is 'test'. Add it if you mean to submit");
  }

  private SubmitParameter patience(String wait, String waitFor) {
    return pom(
        (wait == null ? "" : "<wait>" + wait + "</wait>")
            + (waitFor == null ? "" : "<waitFor>" + waitFor + "</waitFor>"));
  }

  private static SubmitParameter pom(String children) {
    return PomElement.fill(new SubmitParameter(), children);
  }

  private SubmitDeclaration read(SubmitParameter parameter) {
    return new SubmitReader(folder, problems).read(parameter);
  }
}
