/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.run.RunProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;

/** A Python job as it runs from its sources: nothing is zipped. */
record PythonRun(ProjectContext context, RunClassPath classPath, Log log) {

  /**
   * Returns the program of the module.
   *
   * @return nothing when it has none, or no Python can be had and that is passed over
   * @throws io.github.sparkmaven.problem.InputException if it is not there
   */
  Optional<RunProgram> program(NamedJob job) {
    PythonOfProject python = new PythonOfProject(context);
    SparkVersion spark = context.requiredSpark();
    return new PythonJob(context, job)
        .program()
        .flatMap(
            file ->
                python
                    .environmentIfThere(spark, log)
                    .map(environment -> program(file, python, environment, spark)));
  }

  private RunProgram program(
      Path file, PythonOfProject python, PythonEnvironment environment, SparkVersion spark) {
    SparkHome home = new HomeOfProject(context, spark).ofPython(environment);
    return new RunProgram(
        String.valueOf(file.getFileName()),
        Optional.empty(),
        file.toString(),
        classPath.entriesBeside(ProvidedJars.of(home)),
        home.launcherJar(),
        variables(python, environment, home),
        Set.of());
  }

  private Map<String, String> variables(
      PythonOfProject python, PythonEnvironment environment, SparkHome home) {
    Map<String, String> variables = new TreeMap<>();
    String path =
        Stream.of(
                python.layout().sources().stream(),
                new PythonDependencies(context).zips().stream(),
                ProjectContext.environmentVariable("PYTHONPATH").map(Path::of).stream())
            .flatMap(part -> part)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    variables.put("PYTHONPATH", path);
    variables.put("SPARK_HOME", home.path().toString());
    variables.put("PYSPARK_PYTHON", environment.executable().toString());
    variables.put("PYSPARK_DRIVER_PYTHON", environment.executable().toString());
    variables.put("PYTHONPYCACHEPREFIX", context.sparkFolder("run").resolve("pycache").toString());
    return variables;
  }
}
