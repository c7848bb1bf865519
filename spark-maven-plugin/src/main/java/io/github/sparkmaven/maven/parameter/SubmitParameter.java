/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code submit} element: what is submitted and how it is followed. Texts, so that a wrong one
 * is told of in the plugin's own words.
 */
public final class SubmitParameter {
  /**
   * A resource that is already where the cluster finds it, as in {@code local:///opt/jobs/job.jar},
   * {@code hdfs:///jobs/job.jar} or {@code s3a://bucket/job.jar}; by default the packaged jar.
   */
  @Nullable String applicationResource;

  /** The classifier of the packaged jar to submit; by default the jar is chosen by its content. */
  @Nullable String classifier;

  /**
   * A jar from a repository instead of the packaged one: {@code groupId:artifactId:version}, and
   * {@code :classifier} where it has one.
   */
  @Nullable String artifact;

  /**
   * Whether run-time dependencies that neither the jar carries nor Spark provides are passed along;
   * true by default.
   */
  @Nullable String dependencies;

  /** Files for the working folder of every executor: paths from the project, or URIs. */
  @Nullable List<@Nullable String> files;

  /** Jars for the class path of driver and executors: paths from the project, or URIs. */
  @Nullable List<@Nullable String> jars;

  /** Archives that are unpacked in the working folder of every executor: paths or URIs. */
  @Nullable List<@Nullable String> archives;

  /** Python files for the path of Python programs: paths from the project, or URIs. */
  @Nullable List<@Nullable String> pyFiles;

  /** The user that the job runs as, in whose place this one submits. */
  @Nullable String proxyUser;

  /** The Kerberos principal that a long job logs in as, with the keytab. */
  @Nullable String principal;

  /** The keytab of the principal: a path from the project. */
  @Nullable String keytab;

  /** Environment variables of spark-submit, by name. */
  @Nullable Map<String, @Nullable String> env;

  /** Whether the job is followed to its end; false means until the cluster has accepted it. */
  @Nullable String wait;

  /** {@code END} (the default), {@code RUNNING} or {@code ACCEPTED}: how far it is followed. */
  @Nullable String waitFor;

  /** How long the job may take, with its unit; no limit by default. */
  @Nullable String timeout;

  /**
   * What happens when an earlier submission of this project is still alive: {@code fail} (the
   * default), {@code reattach} or {@code replace}.
   */
  @Nullable String onRunning;

  /**
   * A property without which nothing is submitted, as {@code name} or {@code name=value}; it has to
   * stand on Maven's command line. One that is given there is asked for as well.
   */
  @Nullable String requireProperty;

  /** Whether only the command is printed that would submit; false by default. */
  @Nullable String dryRun;

  /** Returns what the command line says, where lists are separated by commas. */
  public static SubmitParameter ofCommandLine(Function<String, Optional<String>> property) {
    Function<String, @Nullable String> text = name -> property.apply(name).orElse(null);
    Function<String, @Nullable List<@Nullable String>> list =
        name -> property.apply(name).map(words -> Arrays.asList(words.split(",", -1))).orElse(null);
    SubmitParameter line = new SubmitParameter();
    line.applicationResource = text.apply("applicationResource");
    line.classifier = text.apply("classifier");
    line.artifact = text.apply("artifact");
    line.dependencies = text.apply("dependencies");
    line.files = list.apply("files");
    line.jars = list.apply("jars");
    line.archives = list.apply("archives");
    line.pyFiles = list.apply("pyFiles");
    line.proxyUser = text.apply("proxyUser");
    line.principal = text.apply("principal");
    line.keytab = text.apply("keytab");
    line.wait = text.apply("wait");
    line.waitFor = text.apply("waitFor");
    line.timeout = text.apply("timeout");
    line.onRunning = text.apply("onRunning");
    line.requireProperty = text.apply("requireProperty");
    line.dryRun = text.apply("dryRun");
    return line;
  }

  /**
   * Returns this element with what it leaves out taken from another. What says which jar it is
   * counts as one, and so does what says how long to wait: the classifier of one layer means
   * nothing to the artifact of another.
   *
   * @param base what stands outside of the environment, or in the POM
   */
  public SubmitParameter over(@Nullable SubmitParameter base) {
    if (base == null) {
      return this;
    }
    SubmitParameter merged = new SubmitParameter();
    SubmitParameter what = saysWhat() ? this : base;
    merged.applicationResource = what.applicationResource;
    merged.classifier = what.classifier;
    merged.artifact = what.artifact;
    merged.dependencies = Merge.first(dependencies, base.dependencies);
    merged.files = Merge.first(files, base.files);
    merged.jars = Merge.first(jars, base.jars);
    merged.archives = Merge.first(archives, base.archives);
    merged.pyFiles = Merge.first(pyFiles, base.pyFiles);
    merged.proxyUser = Merge.first(proxyUser, base.proxyUser);
    merged.principal = Merge.first(principal, base.principal);
    merged.keytab = Merge.first(keytab, base.keytab);
    merged.env = new TreeMap<>(base.environment());
    merged.env.putAll(environment());
    SubmitParameter patience = wait != null || waitFor != null ? this : base;
    merged.wait = patience.wait;
    merged.waitFor = patience.waitFor;
    merged.timeout = Merge.first(timeout, base.timeout);
    merged.onRunning = Merge.first(onRunning, base.onRunning);
    merged.requireProperty = Merge.first(requireProperty, base.requireProperty);
    merged.dryRun = Merge.first(dryRun, base.dryRun);
    return merged;
  }

  private boolean saysWhat() {
    return applicationResource != null || classifier != null || artifact != null;
  }

  /** Returns the declared time limit. */
  public Optional<String> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Returns the property that is asked for. */
  public Optional<String> requireProperty() {
    return Optional.ofNullable(requireProperty);
  }

  /** Says whether something else than a packaged jar is to be submitted. */
  public boolean bringsItsJar() {
    return applicationResource != null || artifact != null;
  }

  /** Returns the variables; an empty element reaches us as null. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    if (env != null) {
      env.forEach((name, value) -> variables.put(name, Objects.requireNonNullElse(value, "")));
    }
    return variables;
  }
}
