/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.launcher;

import io.github.sparkmaven.submit.Application;
import io.github.sparkmaven.submit.JobLauncher;
import io.github.sparkmaven.submit.LaunchCommand;
import java.io.IOException;
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
    Utf8Script script = new Utf8Script(command);
    return script.isNeeded() ? script.start() : launcher(command).launch();
  }

  private static SparkLauncher launcher(LaunchCommand command) {
    Application application = command.application();
    SparkLauncher launcher =
        new SparkLauncher(command.environment())
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
