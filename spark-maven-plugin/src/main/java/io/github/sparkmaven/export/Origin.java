/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import java.util.Optional;

/**
 * Which project, job and environment a bundle is made of.
 *
 * @param job the name among several jobs
 */
public record Origin(
    String groupId, String artifactId, String version, Optional<String> job, String environment) {

  /** Returns the classifier that the bundle is attached with. */
  public String classifier() {
    return "spark-" + environment + job.map(name -> "-" + name).orElse("");
  }

  /** Returns the file name of the bundle. */
  String fileName() {
    return artifactId + "-" + version + "-" + label() + "-spark.zip";
  }

  /** Returns the environment, and the job where there are several. */
  String label() {
    return environment + job.map(name -> "-" + name).orElse("");
  }
}
