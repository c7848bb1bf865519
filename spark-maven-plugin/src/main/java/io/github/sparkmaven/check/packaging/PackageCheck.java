/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Dependency;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Subject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules on what is packaged. */
public final class PackageCheck {
  /** The rules, in the order in which reports have them. */
  public static final List<Rule> RULES =
      List.of(
          BundledRules.SPARK,
          BundledRules.SCALA,
          BundledRules.HADOOP,
          SignatureRule.RULE,
          ServicesRule.RULE,
          VersionRules.SUFFIX,
          VersionRules.SPARK,
          VersionRules.SCALA_LIBRARY,
          ClassLevelRule.RULE,
          MainClassRule.RULE,
          DuplicatesRule.RULE,
          ClashRule.RULE,
          JobRules.PYTHON,
          JobRules.KEYS,
          JobRules.RESOURCES);

  private final Subject subject;

  /** Takes what is judged. */
  public PackageCheck(Subject subject) {
    this.subject = subject;
  }

  /** Returns what the rules find. */
  public List<Finding> findings() {
    List<JarIndex> spark = subject.platform().jars().parallelStream().map(JarIndex::of).toList();
    List<Finding> findings = new ArrayList<>(new VersionRules(subject, spark).findings());
    Map<List<Path>, ClassPath> paths = new LinkedHashMap<>();
    ClashRule clash = new ClashRule(subject, spark);
    for (CheckedJob job : subject.jobs()) {
      ClassPath path = paths.computeIfAbsent(key(job), key -> path(job, spark));
      findings.addAll(new BundledRules(subject).findings(path));
      findings.addAll(new SignatureRule(subject).findings(path));
      findings.addAll(new ServicesRule(subject, carriedFrom()).findings(path));
      findings.addAll(new ClassLevelRule(subject).findings(job, path));
      findings.addAll(new MainClassRule(subject, spark).findings(job, path));
      findings.addAll(new DuplicatesRule(subject).findings(path));
      findings.addAll(clash.findings(job, path));
      findings.addAll(new JobRules(subject).findings(job));
    }
    findings.addAll(clash.replaced(List.copyOf(paths.values())));
    return findings;
  }

  private static ClassPath path(CheckedJob job, List<JarIndex> spark) {
    return ClassPath.of(job.jar(), job.along(), spark);
  }

  private static List<Path> key(CheckedJob job) {
    List<Path> key = new ArrayList<>(job.jar().stream().toList());
    key.addAll(job.along());
    return key;
  }

  private Map<Dependency, JarIndex> carriedFrom() {
    Map<Dependency, JarIndex> jars = new LinkedHashMap<>();
    for (Dependency dependency : subject.dependencies()) {
      dependency.jar().ifPresent(jar -> jars.put(dependency, JarIndex.of(jar)));
    }
    return jars;
  }
}
