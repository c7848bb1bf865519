/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The export goal: packs a job, what goes along with it, its configuration and a script that
 * submits it.
 *
 * <p>The same request gives the same bytes: entries are sorted and bear one time.
 */
public final class Export {
  private Export() {}

  /**
   * Writes the bundle, whole or not at all.
   *
   * @throws InputException if something that goes along is not there
   * @throws EnvironmentException if a file cannot be read or written
   */
  public static ExportResult run(ExportRequest request) {
    BundledConf conf = BundledConf.of(request.target().conf());
    try {
      BundleContents contents = BundleContents.of(request, conf);
      Path zip = request.folders().output().resolve(request.origin().fileName());
      BundleZip.write(zip, contents.entries(), request.stamp());
      return new ExportResult(zip, request.origin().classifier(), warnings(request, conf));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot pack the bundle: " + e, e);
    }
  }

  private static List<String> warnings(ExportRequest request, BundledConf conf) {
    List<String> warnings = new ArrayList<>();
    if (!conf.secrets().isEmpty()) {
      warnings.add(
          "Left out of the bundle as secrets: "
              + String.join(", ", conf.secrets())
              + ". Give them on site: bin/submit --properties-file FILE, or the spark-defaults.conf in SPARK_CONF_DIR");
    }
    List<String> arguments = secretArguments(request, conf);
    if (!arguments.isEmpty()) {
      warnings.add(
          "The bundle holds arguments that look like secrets, for everybody who can read it: "
              + String.join(", ", arguments)
              + ". Leave them out of job/arguments, and give them on site: bin/submit -- ARGUMENTS");
    }
    List<String> secretVariables = BundleJson.secretVariables(request);
    if (!secretVariables.isEmpty()) {
      warnings.add(
          "Left out of the bundle as secrets, and to be set on site: the environment variables "
              + String.join(", ", secretVariables));
    }
    conf.templatesOfThisMachine().stream()
        .map(key -> key + " names a file of this machine, which is not in the bundle")
        .forEach(warnings::add);
    if (SparkApplication.isWanted(request) && SparkApplication.lacksImage(conf)) {
      warnings.add(
          "spark.kubernetes.container.image is not set: kubernetes/spark-application.yaml names no image");
    }
    if (request.home().isEmpty() && !request.program().isPython()) {
      warnings.add(
          "sparkHome is given, so that the bundle describes no Spark: on site SPARK_HOME has to name one");
    }
    return warnings;
  }

  /** Names the arguments by their place, and by the option before them. */
  private static List<String> secretArguments(ExportRequest request, BundledConf conf) {
    Redaction redaction = Redaction.of(conf.all());
    List<String> found = new ArrayList<>();
    String before = "";
    List<String> arguments = request.program().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      if (redaction.hidesArgument(before, arguments.get(i))) {
        found.add("number " + (i + 1) + (before.startsWith("-") ? " (of " + before + ")" : ""));
      }
      before = arguments.get(i);
    }
    return found;
  }
}
