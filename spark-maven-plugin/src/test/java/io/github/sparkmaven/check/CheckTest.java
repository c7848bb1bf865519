/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.program.CompiledClasses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  private static final Policy STRICT = new Policy(Optional.of(Severity.ERROR), Map.of(), List.of());

  @TempDir Path base;
  private Path jar = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(base.resolve("target"));
    Path source = base.resolve("src/main/scala/any/Job.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    jar =
        CompiledClasses.compile(
                base.resolve("classes"),
                "package com.acme; public class Job { void main(String[] args) {} }")
            .jar(base.resolve("target/job.jar"));
  }

  @Test
  void tellsOfEachFindingAndOfTheSum() {
    CheckResult result = run(STRICT);

    assertThat(CheckLog.findings(result))
        .containsExactly(
            new CheckLog.Line(
                Severity.ERROR,
                "main-class com.acme.Job: has a main method that is not public. Declare it public."
                    + " See "
                    + Catalogue.PAGES
                    + "main-class.md"),
            new CheckLog.Line(
                Severity.ERROR,
                "unknown-key conf/spark.a: Spark knows no key. Write spark.b. See "
                    + Catalogue.PAGES
                    + "unknown-key.md"),
            new CheckLog.Line(
                Severity.ERROR, "unknown-key conf/spark.c: Spark knows no key. Write spark.d"));
    assertThat(CheckLog.end(result, Duration.ofMillis(1234)))
        .containsExactly(
            "3 errors, 0 warnings, 0 notes (0 suppressed) in 1 class of target/job.jar, judged in"
                + " 1.2 s",
            "Written: "
                + base.resolve("target/spark/check/check.sarif")
                + " and "
                + base.resolve("target/spark/check/check.html"));
    assertThat(CheckLog.failure(result, result.firstFailing().orElseThrow()))
        .isEqualTo(
            "spark:check found 3 errors, 0 warnings, 0 notes (0 suppressed). The first: main-class"
                + " com.acme.Job: has a main method that is not public. Declare it public. All of"
                + " them are in "
                + base.resolve("target/spark/check/check.html"));
  }

  @Test
  void passesWhatIsSuppressedOrNotGraveEnough() {
    Policy policy =
        new Policy(
            Optional.of(Severity.ERROR),
            Map.of("main-class", Optional.of(Severity.NOTE)),
            List.of(new Suppression("unknown-key", "conf/*"), new Suppression("class-level", "*")));

    CheckResult result = run(policy);

    assertThat(result.firstFailing()).isEmpty();
    assertThat(result.counts()).isEqualTo("0 errors, 0 warnings, 1 note (2 suppressed)");
    assertThat(CheckLog.end(result, Duration.ZERO))
        .startsWith("check/suppress/class-level '*' suppresses nothing. Remove it");
  }

  @Test
  void writesSarif() throws IOException {
    Policy policy =
        new Policy(Optional.empty(), Map.of(), List.of(new Suppression("unknown-key", "*spark.c")));

    String text = Files.readString(run(policy).sarif());

    Json run = Json.parse(text).list("runs").get(0);
    assertThat(Json.parse(text).text("version")).contains("2.1.0");
    List<Json> rules = run.at("tool").at("driver").list("rules");
    assertThat(rules.stream().map(rule -> rule.text("id").orElseThrow()))
        .containsExactlyElementsOf(Catalogue.rules().stream().map(Rule::id).toList());
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(rule.text("helpUri"))
                    .contains(Catalogue.PAGES + rule.text("id").orElseThrow() + ".md"));
    List<Json> results = run.list("results");
    assertThat(results.stream().map(each -> each.text("ruleId").orElseThrow()))
        .containsExactly("main-class", "unknown-key", "unknown-key");
    assertThat(results)
        .allSatisfy(
            each ->
                assertThat(rules.get((int) each.number("ruleIndex").orElseThrow()).text("id"))
                    .isEqualTo(each.text("ruleId")));
    assertThat(uri(results.get(0))).contains("src/main/scala/any/Job.java");
    assertThat(uri(results.get(1))).contains("pom.xml");
    assertThat(results.get(1).list("suppressions")).isEmpty();
    assertThat(results.get(2).list("suppressions").get(0).text("kind")).contains("external");
    assertThat(
            results.stream()
                .map(each -> each.at("partialFingerprints").text("finding/v1").orElseThrow())
                .collect(Collectors.toSet()))
        .hasSize(3);
  }

  @Test
  void writesAPageThatIsXmlAndLoadsNothing() throws Exception {
    String page = Files.readString(run(STRICT).html());

    assertThat(page)
        .contains("has a main method that is not public", "com.acme.Job", "Content-Security-Policy")
        .doesNotContain("<script", "src=");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                page.replace("<!DOCTYPE html>", "").strip().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void writesTheSameFilesAgain() throws IOException {
    CheckResult first = run(STRICT);
    String sarif = Files.readString(first.sarif());
    String html = Files.readString(first.html());

    CheckResult second = run(STRICT);

    assertThat(Files.readString(second.sarif())).isEqualTo(sarif).doesNotContain(base.toString());
    assertThat(Files.readString(second.html())).isEqualTo(html).doesNotContain(base.toString());
  }

  private CheckResult run(Policy policy) {
    CheckedJob job =
        new CheckedJob(
            "job",
            Optional.of(jar),
            List.of(),
            new CheckedJob.Main(Optional.of("com.acme.Job"), Optional.empty(), name -> true),
            Optional.empty(),
            Manager.LOCAL,
            LayeredConf.empty(),
            List.of(
                new Problem("conf/spark.c", "Spark knows no key", "Write spark.d"),
                new Problem("conf/spark.a", "Spark knows no key", "Write spark.b")),
            List.of());
    Subject subject =
        new Subject(
            base,
            List.of(base.resolve("src/main/scala"), base.resolve("src/main/java")),
            new Subject.Platform(new SparkVersion("3.5.5", "2.12"), 99, List.of()),
            List.of(job, job),
            List.of());
    return Check.run(new CheckRequest(subject, policy, base.resolve("target/spark/check")));
  }

  private static Optional<String> uri(Json result) {
    return result
        .list("locations")
        .get(0)
        .at("physicalLocation")
        .at("artifactLocation")
        .text("uri");
  }
}
