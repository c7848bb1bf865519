/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.python.PythonCheckup;
import io.github.sparkmaven.python.PythonFacts;
import io.github.sparkmaven.python.PythonFit;
import io.github.sparkmaven.python.PythonProject;
import io.github.sparkmaven.python.PythonSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a module's Python; what does not fit is refused as the other goals refuse it. */
record PythonExamination(DoctorRequest request) implements Examination {
  private static final String ID = "python";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() {
    Optional<PythonProject> python = request.python();
    Optional<SparkVersion> spark = request.project().spark();
    if (python.isEmpty() || spark.isEmpty()) {
      return List.of();
    }
    PythonCheckup checkup = PythonCheckup.of(python.get(), spark.get(), request.places().cache());
    List<Finding> findings = new ArrayList<>();
    findings.add(interpreter(checkup, spark.get()));
    PythonFit.check(
            checkup.installed(),
            spark.get(),
            request.build().ofSpark().map(JavaHome::feature).orElse(0))
        .forEach(
            warning ->
                findings.add(
                    Finding.warning(
                        ID,
                        warning,
                        "What does not work shows only when a worker runs it.",
                        "Name another interpreter: -Dspark.maven.python.executable=python3.11")));
    if (checkup.kind() == PythonSettings.Kind.VENV) {
      findings.add(environment(checkup));
    }
    return findings;
  }

  private static Finding interpreter(PythonCheckup checkup, SparkVersion spark) {
    PythonFacts facts = checkup.interpreter();
    String what = "Python " + facts.version() + " (" + facts.executable() + ")";
    boolean lacksSpark =
        checkup.kind() == PythonSettings.Kind.SYSTEM && facts.packageVersion("pyspark").isEmpty();
    return lacksSpark
        ? Finding.warning(
            ID,
            what + " has no pyspark",
            "Python jobs and tests of this module have no Spark unless SPARK_HOME names one with a"
                + " python folder.",
            facts.executable() + " -m pip install pyspark==" + spark.version())
        : Finding.ok(ID, what + packages(facts));
  }

  private static Finding environment(PythonCheckup checkup) {
    if (checkup.made().isPresent()) {
      return Finding.ok(
          ID, "the environment of the requirements is made" + packages(checkup.made().get()));
    }
    return checkup.lacks().isEmpty()
        ? Finding.ok(ID, "the environment of the requirements is made when it is needed")
        : Finding.error(
            ID,
            "no environment can be made: "
                + checkup.interpreter().executable()
                + " lacks "
                + String.join(", ", checkup.lacks()),
            "python -m venv fails, and with it every goal that runs this module's Python.",
            "apt install python3-venv, or <environment>system</environment>");
  }

  private static String packages(PythonFacts facts) {
    String versions =
        Stream.of("pyspark", "pandas", "pyarrow", "numpy")
            .flatMap(
                name -> facts.packageVersion(name).map(version -> name + " " + version).stream())
            .collect(Collectors.joining(", "));
    return versions.isEmpty() ? "" : " with " + versions;
  }
}
