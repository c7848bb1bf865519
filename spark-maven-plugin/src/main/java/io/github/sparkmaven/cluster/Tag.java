/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster;

import io.github.sparkmaven.hardware.Manager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a submission is marked with on the cluster, so that it is found when all that this machine
 * knew of it is lost. Each part is lower case letters, digits and hyphens, as YARN's tags and
 * Kubernetes' labels want it.
 *
 * @param project stands for project, job and environment
 * @param submission the submission's own name
 * @param content stands for jar, arguments and configuration
 */
public record Tag(String project, String submission, String content) {
  /** What the names of labels and of YARN tags begin with. */
  public static final String LABEL = "spark-maven-";

  /** What the keys of Spark settings begin with. */
  public static final String KEY = "spark.maven.tag.";

  private static final List<String> NAMES = List.of("project", "submission", "content");
  private static final String YARN_TAGS = "spark.yarn.tags";

  /**
   * Returns the Spark settings that mark an application.
   *
   * @param yarnTags what the user gave as {@code spark.yarn.tags}, which is kept
   */
  public Map<String, String> settings(Manager manager, Optional<String> yarnTags) {
    Map<String, String> settings = new TreeMap<>();
    // Where the manager keeps nothing, the application's own UI shows these.
    parts().forEach((name, value) -> settings.put(KEY + name, value));
    if (manager == Manager.YARN) {
      Stream<String> ours =
          parts().entrySet().stream().map(part -> LABEL + part.getKey() + "-" + part.getValue());
      settings.put(
          YARN_TAGS, Stream.concat(yarnTags.stream(), ours).collect(Collectors.joining(",")));
    }
    if (manager == Manager.KUBERNETES) {
      parts()
          .forEach(
              (name, value) -> {
                settings.put("spark.kubernetes.driver.label." + LABEL + name, value);
                settings.put("spark.kubernetes.executor.label." + LABEL + name, value);
              });
    }
    return settings;
  }

  /** Returns the one of a project's YARN tags that all its submissions share. */
  public static String yarnTag(String project) {
    return LABEL + "project-" + project;
  }

  /** Reads a tag from the labels of a pod. */
  public static Optional<Tag> ofLabels(Map<String, String> labels) {
    return of(labels, LABEL);
  }

  /** Reads a tag from Spark settings, as an application's UI shows them. */
  public static Optional<Tag> ofSettings(Map<String, String> settings) {
    return of(settings, KEY);
  }

  /** Reads a tag from those that YARN keeps. */
  public static Optional<Tag> ofYarnTags(Collection<String> tags) {
    Map<String, String> parts = new TreeMap<>();
    for (String tag : tags) {
      NAMES.stream()
          .filter(name -> tag.startsWith(LABEL + name + "-"))
          .forEach(name -> parts.put(name, tag.substring((LABEL + name + "-").length())));
    }
    return of(parts, "");
  }

  private static Optional<Tag> of(Map<String, String> values, String prefix) {
    List<String> found =
        NAMES.stream().map(name -> values.get(prefix + name)).filter(Objects::nonNull).toList();
    return found.size() == NAMES.size()
        ? Optional.of(new Tag(found.get(0), found.get(1), found.get(2)))
        : Optional.empty();
  }

  private Map<String, String> parts() {
    return new TreeMap<>(Map.of("project", project, "submission", submission, "content", content));
  }
}
