/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.export.ExportRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** The jars that the plugin itself is made of, for JVMs other than Maven's. */
record OwnJars(PluginDescriptor plugin) {
  private static final String RUNNER = "io.github.sparkmaven:spark-maven-runner";
  private static final Set<String> NEEDED_BY_CASES =
      Set.of("spark-maven-runner", "spark-maven-testing", "opentest4j");
  private static final Set<String> NEEDED_BY_PYTHON_TESTS =
      Set.of("spark-maven-testing", "opentest4j");
  private static final Set<String> NEEDED_BY_SCRIPT =
      Set.of("jackson-core", "spark-launcher_2.13", "spark-maven-runner");

  /** Returns the one for the JVMs of Spark. */
  Path runner() {
    return Objects.requireNonNull(plugin.getArtifactMap().get(RUNNER), RUNNER).getFile().toPath();
  }

  /** Returns those that an exported script needs. */
  ExportRequest.OwnJars ofScript() {
    List<Path> classPath = new ArrayList<>(List.of(plugin.getPluginArtifact().getFile().toPath()));
    classPath.addAll(jars(NEEDED_BY_SCRIPT));
    return new ExportRequest.OwnJars(classPath, runner());
  }

  /** Returns those that go beside Spark's on the class path of declared cases. */
  List<Path> ofCases() {
    return jars(NEEDED_BY_CASES);
  }

  /** Returns those that our Python package for tests asks the driver's JVM for. */
  List<Path> ofPythonTests() {
    return jars(NEEDED_BY_PYTHON_TESTS);
  }

  private List<Path> jars(Set<String> artifactIds) {
    return plugin.getArtifacts().stream()
        .filter(artifact -> artifactIds.contains(artifact.getArtifactId()))
        .map(artifact -> artifact.getFile().toPath())
        .sorted()
        .toList();
  }
}
