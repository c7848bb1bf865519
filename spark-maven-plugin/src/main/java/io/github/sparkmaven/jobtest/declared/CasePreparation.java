/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.runtime.DriverOptions;
import io.github.sparkmaven.runtime.LocalTestDefaults;
import io.github.sparkmaven.unit.MemorySize;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what the runner is asked for: the program, its settings, and what is expected. */
public final class CasePreparation {
  private static final String DRIVER_MEMORY = "spark.driver.memory";
  // Spark's own default of spark.driver.memory, which spark-submit gives its JVM.
  private static final String HEAP = "1g";

  private final DeclaredTests tests;
  private final Path work;
  private final Path reports;

  /**
   * Prepares cases.
   *
   * @param work where each case gets a folder
   * @param reports where the logs go
   */
  public CasePreparation(DeclaredTests tests, Path work, Path reports) {
    this.tests = tests;
    this.work = work;
    this.reports = reports;
  }

  /**
   * Reads and prepares all cases.
   *
   * @throws InputException with everything that is wrong with any of them
   */
  public List<PreparedCase> all() {
    Problems problems = new Problems();
    List<PreparedCase> prepared = new ArrayList<>();
    for (DeclaredCase declared : tests.read()) {
      problems
          .attempt(() -> tests.program().apply(declared.job()))
          .flatMap(found -> found)
          .ifPresent(program -> prepared.add(prepared(declared, program, problems)));
    }
    problems.throwIfAny();
    return prepared;
  }

  /** Returns the log of a case. */
  Path log(String name) {
    return reports.resolve("case-" + name + ".log");
  }

  private PreparedCase prepared(DeclaredCase declared, LocalProgram program, Problems problems) {
    Path folder = work.resolve(declared.name());
    Placeholders placeholders = new Placeholders(declared, folder, problems);
    TimeLimit timeout = declared.timeout().orElse(tests.timeout());
    Map<String, String> settings =
        new TreeMap<>(LocalTestDefaults.systemProperties(folder.resolve("spark")));
    settings.keySet().removeIf(key -> !key.startsWith("spark."));
    settings.put("spark.app.name", declared.name());
    settings.putAll(program.settings());
    declared.conf().forEach((key, value) -> settings.put(key, placeholders.fill(value)));
    List<String> options = jvmOptions(declared, settings, problems);
    Map<String, String> keys = new TreeMap<>();
    keys.put("log", log(declared.name()).toString());
    program.mainClass().ifPresent(name -> keys.put("mainClass", name));
    keys.put("resource", program.resource().toString());
    put(keys, "jars", program.jars().stream().map(Path::toString).toList());
    put(keys, "pyFiles", program.pyFiles().stream().map(Path::toString).toList());
    put(
        keys,
        "arguments",
        declared.arguments().orElse(program.arguments()).stream().map(placeholders::fill).toList());
    settings.forEach((key, value) -> keys.put("conf." + key, value));
    keys.put("timeoutMillis", timeout.duration().toMillis() + "");
    keys.put("allowFailedStages", declared.allowFailedStages() + "");
    put(keys, "prints", declared.prints());
    declared.failure().ifPresent(failure -> put(keys, failure));
    for (int i = 0; i < declared.outputs().size(); i++) {
      put(keys, "outputs." + i + ".", declared.outputs().get(i), folder);
    }
    return new PreparedCase(
        declared.name(),
        keys,
        program.mainClass().isPresent() ? DeclaredTests.Kind.JVM : DeclaredTests.Kind.PYTHON,
        options,
        declared.fork(),
        timeout);
  }

  /** What spark-submit gives the driver's JVM; a JVM that runs cannot take it any more. */
  private static List<String> jvmOptions(
      DeclaredCase declared, Map<String, String> settings, Problems problems) {
    List<String> options = new ArrayList<>();
    String memory = settings.getOrDefault(DRIVER_MEMORY, HEAP);
    problems
        .attempt(
            () ->
                MemorySize.parse(
                    declared.name() + "/" + CaseReader.FILE + ": conf/" + DRIVER_MEMORY, memory))
        .ifPresent(size -> options.add("-Xmx" + size.mebibytes() + "m"));
    options.addAll(DriverOptions.words(settings));
    return options;
  }

  private static void put(Map<String, String> keys, DeclaredFailure failure) {
    keys.put("fails", "true");
    failure.exitCode().ifPresent(code -> keys.put("fails.exitCode", code + ""));
    failure.message().ifPresent(message -> keys.put("fails.message", message));
  }

  private static void put(
      Map<String, String> keys, String prefix, DeclaredOutput output, Path folder) {
    keys.put(prefix + "name", output.name());
    keys.put(prefix + "actual", Placeholders.output(folder, output.name()).toString());
    keys.put(prefix + "expected", output.expected().toString());
    keys.put(prefix + "format", output.format().label());
    keys.put(prefix + "expectedFormat", output.expectedFormat().label());
    keys.put(prefix + "ordered", output.ordered() + "");
    put(keys, prefix + "ignore", output.ignored());
    output.tolerance().ifPresent(value -> keys.put(prefix + "tolerance", value.toString()));
    output.schema().ifPresent(schema -> keys.put(prefix + "schema", schema));
    output.options().forEach((key, value) -> keys.put(prefix + "options." + key, value));
  }

  private static void put(Map<String, String> keys, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      keys.put(name + "." + i, values.get(i));
    }
  }
}
