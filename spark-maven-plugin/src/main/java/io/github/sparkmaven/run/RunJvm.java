/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import io.github.sparkmaven.conf.CollectorOption;
import io.github.sparkmaven.runtime.ClassData;
import io.github.sparkmaven.runtime.DriverOptions;
import io.github.sparkmaven.runtime.JvmCommand;
import io.github.sparkmaven.runtime.LocalTestDefaults;
import io.github.sparkmaven.runtime.ModuleOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The JVM of a job: what spark-submit would give it, and what makes it start fast. */
record RunJvm(RunRequest request) {
  private static final String RUNNER = "io.github.sparkmaven.runner.run.LocalRun";
  // Nobody leaves assertions on in production.
  private static final String ASSERTIONS = "-ea";

  /**
   * Prepares the JVM.
   *
   * @param settings the private file with the settings
   */
  ProcessBuilder process(ClassData data, Path settings) {
    JvmCommand command =
        new JvmCommand(
            request.java(), options(data), data.classPath(), RUNNER, arguments(settings));
    ProcessBuilder builder =
        new ProcessBuilder(command.words())
            .directory(request.folder().toFile())
            .redirectInput(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> variables = builder.environment();
    variables.putIfAbsent("SPARK_LOCAL_IP", "127.0.0.1");
    if (!request.settings().containsKey("spark.local.dir")) {
      // The setting would do too, but Spark warns of it.
      variables.put("SPARK_LOCAL_DIRS", request.scratch().resolve("local").toString());
    }
    variables.putAll(request.program().variables());
    return builder;
  }

  private List<String> arguments(Path settings) {
    List<String> words = new ArrayList<>();
    words.add(Long.toString(ProcessHandle.current().pid()));
    words.add("--properties-file");
    words.add(settings.toString());
    words.addAll(request.program().words());
    words.addAll(request.arguments());
    return words;
  }

  private List<String> options(ClassData data) {
    List<String> users = new ArrayList<>(DriverOptions.of(request.settings()));
    users.addAll(debugger());
    users.addAll(request.options().jvmOptions());
    List<String> options = new ArrayList<>(LocalTestDefaults.FAST_START);
    options.remove(ASSERTIONS);
    if (users.stream().anyMatch(CollectorOption::isIn)) {
      // Two collectors end a JVM.
      options.removeIf(CollectorOption::isIn);
    }
    options.add("-XX:ErrorFile=" + request.scratch().resolve("hs_err_pid%p.log"));
    options.add("-Dderby.system.home=" + request.scratch().resolve("derby"));
    options.addAll(data.options());
    if (request.java().feature() >= 9) {
      options.addAll(ModuleOptions.of(request.program().launcherJar()));
    }
    options.addAll(users);
    return options;
  }

  private List<String> debugger() {
    OptionalInt port = request.options().debugPort();
    return port.isEmpty()
        ? List.of()
        : List.of(
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:"
                + port.getAsInt());
  }
}
