/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.submit.OnRunning;
import io.github.sparkmaven.submit.WaitFor;
import io.github.sparkmaven.unit.ResourcePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code submit} element, and notes all that is wrong with it.
 *
 * @param base the folder that relative paths start from
 */
public record SubmitReader(Path base, Problems problems) {

  /** Returns what it says. */
  public SubmitDeclaration read(SubmitParameter submit) {
    ParameterReader reader = new ParameterReader("submit", problems);
    return new SubmitDeclaration(
        what(submit, reader),
        reader.flag("dependencies", submit.dependencies, true),
        new SubmitDeclaration.Along(
            paths("jars", submit.jars),
            paths("files", submit.files),
            paths("archives", submit.archives),
            paths("pyFiles", submit.pyFiles)),
        Optional.ofNullable(submit.proxyUser),
        kerberos(submit),
        environment(submit),
        patience(submit, reader),
        reader.limit("timeout", submit.timeout),
        reader.choice("onRunning", submit.onRunning, OnRunning.class).orElse(OnRunning.FAIL),
        reader.flag("dryRun", submit.dryRun, false));
  }

  private SubmitDeclaration.What what(SubmitParameter submit, ParameterReader reader) {
    List<String> given =
        Stream.of(
                name("applicationResource", submit.applicationResource),
                name("artifact", submit.artifact),
                name("classifier", submit.classifier))
            .flatMap(Optional::stream)
            .toList();
    problems.require(
        given.size() < 2,
        "submit",
        "has " + String.join(" and ", given) + ", and each of them says which jar it is",
        "Keep one; an artifact's classifier is the last part of its coordinates");
    Optional<String> resource = Optional.ofNullable(submit.applicationResource).map(String::trim);
    resource.ifPresent(
        text ->
            problems.require(
                ResourcePath.isUri(text),
                "submit/applicationResource",
                "'" + text + "' is no URI",
                "Give one that the cluster reads, as in local:///opt/jobs/job.jar,"
                    + " hdfs:///jobs/job.jar or file:///shared/job.jar"));
    return new SubmitDeclaration.What(
        resource,
        reader.value("artifact", submit.artifact, Coordinates::parse),
        Optional.ofNullable(submit.classifier));
  }

  private static Optional<String> name(String name, @Nullable String value) {
    return Optional.ofNullable(value).map(given -> name);
  }

  /** Commas separate resources in Spark's own way, within an element too. */
  private List<String> paths(String name, @Nullable List<@Nullable String> texts) {
    return Optional.ofNullable(texts).stream()
        .flatMap(List::stream)
        .flatMap(text -> Stream.of(Optional.ofNullable(text).orElse("").split(",", -1)))
        .map(String::trim)
        .map(text -> path("submit/" + name, text))
        .toList();
  }

  private String path(String where, String text) {
    if (text.isEmpty()) {
      problems.add(where, "has an empty element", "Give a path or a URI, or leave it out");
      return text;
    }
    ResourcePath resource = ResourcePath.of(text, base);
    resource
        .file()
        .filter(file -> !Files.exists(file))
        .ifPresent(
            file ->
                problems.add(
                    where,
                    "there is no " + file,
                    "Give a file that is there, or a URI of another"));
    return resource.text();
  }

  private Map<String, String> kerberos(SubmitParameter submit) {
    Map<String, String> settings = new TreeMap<>();
    Optional<String> principal = Optional.ofNullable(submit.principal);
    Optional<String> keytab =
        Optional.ofNullable(submit.keytab).map(text -> path("submit/keytab", text.trim()));
    problems.require(
        keytab.isEmpty() || principal.isPresent(),
        "submit/principal",
        "is missing beside submit/keytab",
        "Give the principal that the keytab is of");
    problems.require(
        principal.isEmpty() || keytab.isPresent(),
        "submit/keytab",
        "is missing beside submit/principal, which Spark passes over without one",
        "Give the principal's keytab; a ticket of kinit needs neither");
    problems.require(
        principal.isEmpty() || submit.proxyUser == null,
        "submit/proxyUser",
        "is given beside submit/principal, and Spark takes one of them",
        "Keep one");
    Optional.ofNullable(submit.proxyUser)
        .ifPresent(user -> settings.put(Target.PROXY_USER, user.trim()));
    principal.ifPresent(text -> settings.put("spark.kerberos.principal", text));
    keytab.ifPresent(text -> settings.put("spark.kerberos.keytab", text));
    return settings;
  }

  private Map<String, String> environment(SubmitParameter submit) {
    Map<String, String> variables = submit.environment();
    variables.keySet().stream()
        .filter(name -> !name.matches("[A-Za-z_][A-Za-z0-9_]*"))
        .forEach(
            name ->
                problems.add(
                    "submit/env/" + name,
                    "'" + name + "' is no name of an environment variable",
                    "Use letters, digits and underscores"));
    return variables;
  }

  private WaitFor patience(SubmitParameter submit, ParameterReader reader) {
    boolean waits = reader.flag("wait", submit.wait, true);
    Optional<WaitFor> given =
        reader.choice(
            "waitFor",
            submit.waitFor == null ? null : submit.waitFor.toLowerCase(Locale.ROOT),
            WaitFor.class);
    WaitFor ofWait = waits ? WaitFor.END : WaitFor.ACCEPTED;
    boolean contradicts =
        submit.wait != null && given.filter(how -> (how != WaitFor.ACCEPTED) != waits).isPresent();
    problems.require(
        !contradicts,
        "submit/waitFor",
        "is " + submit.waitFor + " while submit/wait is " + waits,
        "Keep one of them");
    return given.orElse(ofWait);
  }
}
