/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.submit.OnRunning;
import io.github.sparkmaven.submit.WaitFor;
import io.github.sparkmaven.unit.TimeLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the {@code submit} element says, read.
 *
 * @param dependencies whether run-time dependencies are passed along
 * @param settings the Spark settings that it stands for
 * @param env environment variables of spark-submit
 */
public record SubmitDeclaration(
    What what,
    boolean dependencies,
    Along along,
    Optional<String> proxyUser,
    Map<String, String> settings,
    Map<String, String> env,
    WaitFor waitFor,
    Optional<TimeLimit> timeout,
    OnRunning onRunning,
    boolean dryRun) {

  /** Copies the maps. */
  public SubmitDeclaration {
    settings = Map.copyOf(settings);
    env = Map.copyOf(env);
  }

  /**
   * Which jar it is; at most one of them is given, and none means the packaged one.
   *
   * @param resource a URI that the cluster reads
   * @param artifact coordinates in a repository
   * @param classifier which of the packaged jars
   */
  public record What(
      Optional<String> resource, Optional<Coordinates> artifact, Optional<String> classifier) {}

  /**
   * What goes along: absolute paths and URIs.
   *
   * @param jars for the class path
   * @param files for the working folders
   * @param archives unpacked there
   * @param pyFiles for Python's path
   */
  public record Along(
      List<String> jars, List<String> files, List<String> archives, List<String> pyFiles) {}
}
