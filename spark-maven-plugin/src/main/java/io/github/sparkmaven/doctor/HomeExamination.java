/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.SparkHomeFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which Spark home and which configuration of the site decide what runs. */
record HomeExamination(DoctorRequest request, Surroundings surroundings) implements Examination {
  private static final String HOME = "spark-home";
  private static final String CONF = "spark-conf";

  @Override
  public String id() {
    return HOME;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        surroundings.variable("SPARK_HOME").map(home -> named(Path.of(home))).orElseGet(this::own));
    surroundings
        .variable("SPARK_CONF_DIR")
        .map(Path::of)
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(folder -> findings.add(missing(folder)));
    request.places().confFolder().ifPresent(folder -> findings.addAll(site(folder)));
    return findings;
  }

  private Finding own() {
    return Finding.ok(
        HOME,
        request
            .places()
            .home()
            .map(home -> home + " is used")
            .orElse("SPARK_HOME is not set: a home is made of the project's own Spark"));
  }

  private Finding named(Path home) {
    Optional<SparkVersion> spark = request.project().spark();
    if (request.places().home().filter(used -> !used.equals(home)).isPresent()) {
      return Finding.note(
          HOME,
          "SPARK_HOME=" + home + " is passed over",
          "sparkHome names " + request.places().home().get() + ", which the goals use.");
    }
    if (spark.isEmpty()) {
      return Finding.note(
          HOME, "SPARK_HOME is " + home, "The project shows no Spark to hold it against.");
    }
    boolean fits =
        new SparkHomeFinder(spark.get(), surroundings::variable).find(Optional.empty()).isPresent();
    return fits
        ? Finding.ok(HOME, "SPARK_HOME=" + home + " fits Spark " + spark.get() + " and is used")
        : Finding.warning(
            HOME,
            "SPARK_HOME="
                + home
                + " is passed over: it is no Spark "
                + spark.get().major()
                + "."
                + spark.get().minor()
                + " (Scala "
                + spark.get().scalaVersion()
                + ")",
            "The goals make a home of the project's own Spark, and spark-submit from a shell runs"
                + " another.",
            "unset SPARK_HOME, or name a home of that version");
  }

  private static Finding missing(Path folder) {
    return Finding.warning(
        CONF,
        "SPARK_CONF_DIR=" + folder + " is no folder",
        "The site's settings that are expected there are not in force.",
        "unset SPARK_CONF_DIR, or name the folder that holds spark-defaults.conf");
  }

  private static List<Finding> site(Path folder) {
    List<Finding> findings = new ArrayList<>();
    if (Files.isRegularFile(folder.resolve("spark-defaults.conf"))) {
      findings.add(
          Finding.note(
              CONF,
              folder.resolve("spark-defaults.conf") + " is read",
              "What it says holds where neither POM, command line nor plan says otherwise."));
    }
    if (Files.isRegularFile(folder.resolve("spark-env.sh"))) {
      findings.add(
          Finding.note(
              CONF,
              folder.resolve("spark-env.sh") + " is run by spark-submit",
              "It may set any variable, also those that are told of here."));
    }
    return findings;
  }
}
