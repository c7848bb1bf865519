/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import java.util.ArrayList;
import java.util.List;

/** The text that explains a bundle to whoever unpacks it. */
final class Readme {
  private Readme() {}

  static String text(ExportRequest request, BundledConf conf) {
    List<String> lines = new ArrayList<>();
    Origin origin = request.origin();
    lines.add(
        origin.groupId()
            + ":"
            + origin.artifactId()
            + " "
            + origin.version()
            + ", "
            + request.program().name()
            + ", environment "
            + origin.environment());
    lines.add(
        "Spark " + request.spark() + " on " + request.target() + ". Maven is not needed here.");
    lines.add("");
    lines.add("  bin/submit                    submits the job, follows it, and gives the verdict");
    lines.add("  bin/submit -- ARGUMENTS       with other arguments of the job");
    lines.add("  bin/submit --dry-run          shows what would be submitted");
    lines.add("  bin/submit --status           shows what was submitted, and how it stands");
    lines.add("  bin/submit --kill             ends what is alive of it");
    lines.add("  bin/submit --help             has all options");
    lines.add("");
    lines.add("Exit codes: 0 the job succeeded, 1 it failed, 2 the input is at fault,");
    lines.add("3 the machine or the network is.");
    lines.add("");
    lines.add("It takes Java 17 or later, by JAVA_HOME or on the PATH; the job runs on the same.");
    lines.addAll(home(request));
    lines.addAll(secrets(conf));
    if (SparkApplication.isWanted(request)) {
      lines.addAll(kubernetes());
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> home(ExportRequest request) {
    if (request.program().isPython()) {
      return List.of(
          "",
          "The job is Python's: it runs on the interpreter that PYSPARK_PYTHON names, else the active",
          "environment's, else python3. That has to have what requirements.txt names, as after",
          "  python3 -m venv environment && environment/bin/python -m pip install -r requirements.txt",
          "  PYSPARK_PYTHON=environment/bin/python bin/submit",
          "SPARK_HOME is used where it holds the same Spark with its python folder, else pyspark's own.");
    }
    String fits =
        "Spark "
            + request.spark().major()
            + "."
            + request.spark().minor()
            + " (Scala "
            + request.spark().scalaVersion()
            + ")";
    return request.home().isEmpty()
        ? List.of("SPARK_HOME has to name " + fits + ".")
        : List.of(
            "SPARK_HOME is used where it holds " + fits + ". Without it a Spark home is",
            "assembled from the jars in home.list: out of ~/.m2/repository, or the folder or",
            "the URL of a Maven repository that --repository gives.");
  }

  private static List<String> secrets(BundledConf conf) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Settings are in conf/spark-defaults.conf. --conf KEY=VALUE overrides those of");
    lines.add("--properties-file FILE, and these override the bundle's. What the site's own");
    lines.add(
        "spark-defaults.conf (SPARK_CONF_DIR, else SPARK_HOME/conf) has besides, counts too.");
    if (!conf.secrets().isEmpty()) {
      lines.add("These are secrets, which the bundle does not hold; give them by a file:");
      conf.secrets().forEach(key -> lines.add("  " + key));
    }
    lines.add("What was submitted is noted in the folder submissions beside this file, or in the");
    lines.add("folder that SPARK_MAVEN_STATE names.");
    return lines;
  }

  private static List<String> kubernetes() {
    return List.of(
        "",
        "kubernetes/spark-application.yaml is for the operator of Spark, in place of bin/submit:",
        "  kubectl apply -f kubernetes/spark-application.yaml",
        "Its image has to hold the bundle's folders job, jars, files, pyFiles, archives in",
        SparkApplication.IN_IMAGE + ", as in a Dockerfile that begins",
        "  FROM <image of your Spark>",
        "  COPY job " + SparkApplication.IN_IMAGE + "job");
  }
}
