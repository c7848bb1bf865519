/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.launcher;

import io.github.sparkmaven.submit.Application;
import io.github.sparkmaven.submit.JobLauncher;
import io.github.sparkmaven.submit.LaunchCommand;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.launcher.SparkLauncher;

/**
 * Starts spark-submit through {@link SparkLauncher}.
 *
 * <p>{@code launch()} rather than {@code startApplication()}: the latter's handle hides the exit
 * code, and its final state is wrong or early in client mode (FINISHED comes before the failure of
 * a main that throws). Where the locale of this JVM cannot express the words, a script starts
 * spark-submit instead.
 */
public final class SparkLauncherJobLauncher implements JobLauncher {
  @Override
  public Process launch(LaunchCommand command) throws IOException {
    Map<String, String> environment = new HashMap<>(command.environment());
    // setJavaHome() does not reach spark-submit, which would run on whatever java comes first.
    environment.put("JAVA_HOME", command.java().path().toString());
    Utf8Script script = new Utf8Script(command, environment);
    return script.isNeeded() ? script.start() : launcher(command, environment).launch();
  }

  private static SparkLauncher launcher(LaunchCommand command, Map<String, String> environment) {
    Application application = command.application();
    SparkLauncher launcher =
        new SparkLauncher(environment)
            .directory(command.workingFolder().toFile())
            .setSparkHome(command.home().path().toString())
            .setMaster(command.target().master())
            .setDeployMode(command.target().mode().label())
            .setPropertiesFile(command.propertiesFile().toString())
            .setAppResource(application.resource());
    application.mainClass().ifPresent(launcher::setMainClass);
    application
        .companions()
        .forEach((option, resources) -> launcher.addSparkArg(option, String.join(",", resources)));
    command.proxyUser().ifPresent(user -> launcher.addSparkArg("--proxy-user", user));
    application.arguments().forEach(launcher::addAppArgs);
    return launcher;
  }
}
