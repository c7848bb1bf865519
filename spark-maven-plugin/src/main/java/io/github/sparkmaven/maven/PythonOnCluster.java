/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.python.PackedEnvironment;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.python.Wheel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a Python program's driver and workers come by one interpreter where it is submitted to.
 *
 * <p>{@code spark.pyspark.python} is the workers' and, unless {@code spark.pyspark.driver.python}
 * is given, the driver's too (deploy/PythonRunner.scala, python/pyspark/core/context.py).
 */
final class PythonOnCluster {
  private static final String WORKER = "spark.pyspark.python";
  private static final String DRIVER = "spark.pyspark.driver.python";
  private static final String UNPACKED = "environment";

  private final SubmittedProgram program;
  private final Cluster cluster;
  private final boolean packed;

  PythonOnCluster(SubmittedProgram program, Cluster cluster) {
    this.program = program;
    this.cluster = cluster;
    this.packed =
        program.python().isPresent()
            && cluster.manager() != Manager.LOCAL
            && new PythonOfProject(program.context()).isPacked();
  }

  /** Returns the settings that name the interpreters; a user's own win over them. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    program
        .python()
        .ifPresent(
            python -> {
              String here = python.executable().toString();
              if (packed) {
                settings.put(WORKER, "./" + UNPACKED + "/bin/python");
              } else if (cluster.manager() != Manager.KUBERNETES) {
                // The interpreter of pods is their image's.
                settings.put(WORKER, here);
              }
              if (cluster.deployMode() == DeployMode.CLIENT) {
                settings.put(DRIVER, here);
              }
            });
    return settings;
  }

  /** Returns what has to be unpacked beside each executor. */
  List<String> archives() {
    Optional<PythonEnvironment> sent = program.python().filter(python -> packed);
    return sent.map(python -> pack(python) + "#" + UNPACKED).stream().toList();
  }

  /**
   * Returns Python files in a form that workers import: Spark knows no wheel (PACKAGE_EXTENSIONS in
   * python/pyspark/core/context.py), which is a zip by another name.
   */
  List<String> imported(List<String> pyFiles) {
    return pyFiles.stream().map(file -> Wheel.asZip(file, folder())).toList();
  }

  private Path pack(PythonEnvironment python) {
    return PackedEnvironment.write(python, folder().resolve(UNPACKED + ".tar.gz"));
  }

  private Path folder() {
    return program.context().sparkFolder("python");
  }
}
