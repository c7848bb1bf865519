/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import io.github.sparkmaven.check.report.HtmlReport;
import io.github.sparkmaven.check.report.SarifReport;
import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.program.JarDirectory;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges the jobs of a module, and writes the reports. */
public final class Check {
  private Check() {}

  /** Judges; a finding is in the result, never an exception. */
  public static CheckResult run(CheckRequest request) {
    Subject subject = request.subject();
    Policy policy = request.policy();
    List<Finding> found = Catalogue.findings(subject);
    List<Judged> judged = policy.judge(found).stream().sorted(order()).toList();
    Optional<Judged> failing =
        judged.stream()
            .filter(each -> !each.suppressed() && policy.failsOn(each.severity()))
            .findFirst();
    List<Path> jars =
        subject.jobs().stream().flatMap(job -> job.jar().stream()).distinct().toList();
    CheckResult result =
        new CheckResult(
            judged,
            policy.idle(found),
            jars.stream().mapToInt(jar -> classes(jar)).sum(),
            jars.stream().map(subject::shown).toList(),
            failing,
            request.folder().resolve("check.sarif"),
            request.folder().resolve("check.html"));
    AtomicFile.write(result.sarif(), new SarifReport(subject).text(result));
    AtomicFile.write(result.html(), new HtmlReport(subject).text(result));
    return result;
  }

  private static int classes(Path jar) {
    return (int)
        JarDirectory.of(jar).entries().stream()
            .filter(entry -> entry.name().endsWith(".class"))
            .count();
  }

  private static Comparator<Judged> order() {
    List<Rule> rules = Catalogue.rules();
    return Comparator.comparing(Judged::severity)
        .thenComparing(judged -> rules.indexOf(judged.finding().rule()))
        .thenComparing(judged -> judged.finding().place().file())
        .thenComparing(judged -> judged.finding().place().className().orElse(""))
        .thenComparing(judged -> judged.finding().place().line().orElse(0))
        .thenComparing(judged -> judged.finding().what());
  }
}
