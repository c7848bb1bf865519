/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.problem.Problems;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands on Maven's command line: it wins over the POM.
 *
 * <p>Maven itself gives the POM's configuration precedence over a parameter's property, so the
 * properties are read here.
 *
 * @param properties the session's user properties
 */
record UserProperties(Properties properties) {
  private static final String OURS = "spark.maven.";
  private static final Set<String> NAMES =
      Set.of(
          "arguments",
          "cacheDirectory",
          "check.failOn",
          "check.skip",
          "configure.skip",
          "doctor.failOn",
          "doctor.json",
          "doctor.skip",
          "doctor.timeout",
          "environment",
          "explain.diff",
          "explain.json",
          "explain.key",
          "explain.skip",
          "export.skip",
          "home.skip",
          "job",
          "kill.skip",
          "logs.lines",
          "logs.skip",
          "mainClass",
          "packagePython.skip",
          "prepareTests.fastStart",
          "prepareTests.localMode",
          "prepareTests.propertyName",
          "prepareTests.skip",
          "python.environment",
          "python.executable",
          "python.ifUnavailable",
          "python.packEnvironment",
          "python.requirements",
          "python.sourceDirectory",
          "python.testDirectory",
          "run.classDataArchive",
          "run.debug",
          "run.skip",
          "skip",
          "sparkConfDir",
          "sparkHome",
          "sparkVersion",
          "status.skip",
          "submission",
          "submit.applicationResource",
          "submit.archives",
          "submit.artifact",
          "submit.classifier",
          "submit.dependencies",
          "submit.dryRun",
          "submit.files",
          "submit.jars",
          "submit.keytab",
          "submit.onRunning",
          "submit.principal",
          "submit.proxyUser",
          "submit.pyFiles",
          "submit.requireProperty",
          "submit.skip",
          "submit.timeout",
          "submit.wait",
          "submit.waitFor",
          "test.caseTimeout",
          "test.casesDirectory",
          "test.classDataArchive",
          "test.coverage",
          "test.failIfNoTests",
          "test.filter",
          "test.includes",
          "test.pythonFramework",
          "test.skip",
          "test.testFailureIgnore",
          "test.timeout",
          "test.unittestPattern",
          "test.update");
  // These alone say something when nothing stands behind them.
  private static final Set<String> MAY_BE_EMPTY =
      Set.of(
          "arguments",
          "skip",
          "check.skip",
          "configure.skip",
          "doctor.json",
          "doctor.skip",
          "explain.json",
          "explain.skip",
          "export.skip",
          "home.skip",
          "kill.skip",
          "logs.skip",
          "packagePython.skip",
          "prepareTests.fastStart",
          "prepareTests.localMode",
          "prepareTests.skip",
          "python.packEnvironment",
          "run.debug",
          "run.skip",
          "status.skip",
          "submit.dependencies",
          "submit.dryRun",
          "submit.skip",
          "submit.wait",
          "test.coverage",
          "test.failIfNoTests",
          "test.skip",
          "test.testFailureIgnore",
          "test.update");

  /**
   * Refuses names that mean nothing: a mistyped {@code environment} must not plan another one, and
   * a {@code submit.dryRun} that this version lacks must not submit.
   *
   * @param ofProject properties that the POM or a parent declares
   */
  void refuseUnknown(Properties ofProject) {
    Problems problems = new Problems();
    properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith(OURS) && !ofProject.containsKey(name))
        .sorted()
        .forEach(name -> check(name, problems));
    problems.throwIfAny();
  }

  private void check(String name, Problems problems) {
    String own = name.substring(OURS.length());
    problems.require(
        NAMES.contains(own),
        "-D" + name,
        "is no property of this version",
        "Give one of " + OURS + String.join(", " + OURS, new TreeSet<>(NAMES)));
    problems.require(
        !NAMES.contains(own)
            || MAY_BE_EMPTY.contains(own)
            || !properties.getProperty(name).isBlank(),
        "-D" + name,
        "is empty",
        "Give it a value, or leave it out");
  }

  /** Returns these properties with another {@code -Dspark.maven.<name>}. */
  UserProperties with(String name, String value) {
    Properties changed = new Properties();
    changed.putAll(properties);
    changed.setProperty(OURS + name, value);
    return new UserProperties(changed);
  }

  /** Returns {@code -Dspark.maven.<name>}. */
  Optional<String> text(String name) {
    return Optional.ofNullable(properties.getProperty(OURS + name));
  }

  /**
   * Returns {@code -Dspark.maven.<name>}, where nothing behind the name means true, else the POM's
   * value.
   */
  boolean flag(String name, boolean ofPom) {
    Problems problems = new Problems();
    boolean flag =
        new ParameterReader("", problems).flag("-D" + OURS + name, text(name).orElse(null), ofPom);
    problems.throwIfAny();
    return flag;
  }

  /**
   * Returns the Spark settings among the properties.
   *
   * @param ofProject properties that the POM or a parent declares: these are Maven's and never
   *     Spark's
   */
  Map<String, String> sparkSettings(Properties ofProject) {
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith("spark.") && !name.startsWith(OURS))
        .filter(name -> !ofProject.containsKey(name))
        .forEach(name -> settings.put(name, properties.getProperty(name)));
    return settings;
  }
}
