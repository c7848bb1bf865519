/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What is packed.
 *
 * @param target where the job is to run, with the whole configuration that it gets
 * @param requirements what pip is to install for a Python job; empty for others
 * @param environment variables that spark-submit is given
 * @param pods the plan's pod templates
 * @param home every jar of a Spark home for the job; empty where none is described
 * @param own the jars that the script itself needs
 * @param folders where relative paths begin, and where the bundle goes
 * @param stamp the time that every entry bears, in UTC
 */
public record ExportRequest(
    Origin origin,
    SparkVersion spark,
    Target target,
    Program program,
    FollowOptions options,
    List<String> requirements,
    Map<String, String> environment,
    PodTemplates pods,
    List<HomeJar> home,
    OwnJars own,
    Places folders,
    LocalDateTime stamp) {

  /** Copies the collections. */
  public ExportRequest {
    requirements = List.copyOf(requirements);
    environment = Map.copyOf(environment);
    home = List.copyOf(home);
  }

  /**
   * The jars that the script itself needs.
   *
   * @param classPath this plugin and what it runs with
   * @param runner our own jar for the JVMs of Spark
   */
  public record OwnJars(List<Path> classPath, Path runner) {
    /** Copies the list. */
    public OwnJars {
      classPath = List.copyOf(classPath);
    }
  }

  /**
   * The folders of an export.
   *
   * @param base where relative paths of the project begin
   * @param output where the bundle goes
   */
  public record Places(Path base, Path output) {}
}
