/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.maven.parameter.Coordinates;
import io.github.sparkmaven.maven.parameter.EnvironmentParameter;
import io.github.sparkmaven.maven.parameter.SubmitDeclaration;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import io.github.sparkmaven.maven.parameter.SubmitReader;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.submit.OnRunning;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class SubmitMojoBindingTest {
  @Test
  @InjectMojo(goal = "submit", pom = "classpath:/io/github/sparkmaven/maven/submit-explicit.xml")
  void takesEveryParameterFromThePom(SubmitMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertSubmit(bound.value("submit", SubmitParameter.class));
    assertThat(environment(bound).submit().orElseThrow().timeout()).contains("3h");
    assertThat(bound.valueOrNull("skipSubmit")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "submit", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(SubmitMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("submit")).isNull();
    assertThat(bound.valueOrNull("skipSubmit")).isEqualTo(false);
  }

  /** Every one of them, by contradictions where two exclude each other. */
  private static void assertSubmit(SubmitParameter submit) {
    Problems problems = new Problems();
    SubmitDeclaration declared = new SubmitReader(Path.of("/base"), problems).read(submit);

    assertThat(problems.all().stream().map(problem -> problem.where() + ": " + problem.what()))
        .containsExactly(
            "submit: has applicationResource and artifact and classifier, and each of them says"
                + " which jar it is",
            "submit/keytab: there is no /base/job.keytab",
            "submit/proxyUser: is given beside submit/principal, and Spark takes one of them",
            "submit/waitFor: is RUNNING while submit/wait is false");
    assertThat(declared.what())
        .isEqualTo(
            new SubmitDeclaration.What(
                Optional.of("hdfs:///jobs/job.jar"),
                Optional.of(new Coordinates("com.acme", "job", "1.0", "")),
                Optional.of("shaded")));
    assertThat(declared.dependencies()).isFalse();
    assertThat(declared.along())
        .isEqualTo(
            new SubmitDeclaration.Along(
                List.of("hdfs:///a.jar", "hdfs:///b.jar"),
                List.of("hdfs:///a.txt"),
                List.of("hdfs:///a.zip"),
                List.of("hdfs:///a.py")));
    assertThat(declared.proxyUser()).contains("etl");
    assertThat(declared.settings())
        .containsOnly(
            Map.entry("spark.kerberos.principal", "job@ACME"),
            Map.entry("spark.kerberos.keytab", "/base/job.keytab"),
            Map.entry("spark.maven.proxyUser", "etl"));
    assertThat(declared.env()).isEqualTo(Map.of("HADOOP_CONF_DIR", "/etc/hadoop"));
    assertThat(submit.timeout()).contains("2h");
    assertThat(declared.onRunning()).isEqualTo(OnRunning.REATTACH);
    assertThat(submit.requireProperty()).contains("confirm=prod");
    assertThat(declared.dryRun()).isTrue();
  }

  @SuppressWarnings("unchecked")
  private static EnvironmentParameter environment(BoundMojo bound) {
    return Objects.requireNonNull(
        ((Map<String, EnvironmentParameter>) bound.value("environments", Map.class)).get("prod"));
  }
}
