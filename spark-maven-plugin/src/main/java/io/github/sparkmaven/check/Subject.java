/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import io.github.sparkmaven.conf.SparkVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What is judged: the jobs of a module as they would be submitted, and what they would run on.
 *
 * @param base the module's folder
 * @param sourceRoots the folders of its sources
 * @param platform the Spark and the JDK
 * @param jobs its jobs
 * @param dependencies what its POM brings, transitive ones included, without those of tests
 */
public record Subject(
    Path base,
    List<Path> sourceRoots,
    Platform platform,
    List<CheckedJob> jobs,
    List<Dependency> dependencies) {

  /** Copies the lists. */
  public Subject {
    sourceRoots = List.copyOf(sourceRoots);
    jobs = List.copyOf(jobs);
    dependencies = List.copyOf(dependencies);
  }

  /**
   * What jobs run on.
   *
   * @param spark the version
   * @param java the feature release of the JDK
   * @param jars Spark's own jars
   */
  public record Platform(SparkVersion spark, int java, List<Path> jars) {
    /** Copies the list. */
    public Platform {
      jars = List.copyOf(jars);
    }
  }

  /** Returns a file as reports name it: from the module's folder where it is below it. */
  public String shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(base)
        ? base.relativize(absolute).toString()
        : Objects.toString(file.getFileName(), file.toString());
  }
}
