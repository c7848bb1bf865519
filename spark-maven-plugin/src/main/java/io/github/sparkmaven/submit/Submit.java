/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.files.PrivateFile;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.MasterUrl;
import io.github.sparkmaven.home.JdkFit;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The submit goal: submits the packaged job in client mode, follows it to its end, and gives its
 * verdict.
 *
 * <p>In client mode the exit code of spark-submit is the program's own, so that code is the
 * verdict; only a program that hard-codes a local master could make it say more than it should, and
 * that is looked for.
 */
public final class Submit {
  private final JobLauncher launcher;
  private final SubmitListener listener;

  /** Submits through a launcher and tells a listener. */
  public Submit(JobLauncher launcher, SubmitListener listener) {
    this.launcher = launcher;
    this.listener = listener;
  }

  /**
   * Submits and waits.
   *
   * @return the result of a job that succeeded
   * @throws InputException if the request cannot be submitted, or the job failed
   * @throws EnvironmentException if spark-submit cannot be started or followed
   */
  public SubmitResult run(SubmitRequest request) {
    String master = soundMaster(request);
    JdkFit.check(request.plan().spark(), request.java()).ifPresent(listener::noted);
    SparkHome home = request.home().get();
    Path logFile = request.folder().resolve("driver.log");
    listener.starting(home, master, logFile);
    try (PrivateFile properties =
            PrivateFile.write(request.folder(), ".conf", properties(request.plan()));
        DriverLog log = new DriverLog(logFile, listener)) {
      LaunchCommand command =
          new LaunchCommand(
              home,
              request.java(),
              master,
              request.mainClass(),
              request.jar(),
              request.plan().job().arguments(),
              properties.path(),
              request.workingFolder(),
              environment(request));
      Process process = launch(command);
      ProcessEnd end =
          new FollowedProcess(process, log::output, log::error).await(request.timeout());
      judge(end, request, log, logFile);
      if (log.applicationId().isEmpty() && request.plan().cluster().manager() != Manager.LOCAL) {
        listener.warned(
            "The driver's log names no application: the exit code alone says that the job succeeded");
      }
      return new SubmitResult(log.applicationId(), logFile);
    }
  }

  private static String soundMaster(SubmitRequest request) {
    Problems problems = new Problems();
    Plan plan = request.plan();
    Optional<Setting> setting = plan.conf().find("spark.master");
    Optional<String> master = setting.map(Setting::value);
    setting
        .filter(
            given ->
                !MasterUrl.managerOf(given.value()).equals(Optional.of(plan.cluster().manager())))
        .ifPresent(
            given ->
                problems.add(
                    "spark.master",
                    "'"
                        + given.value()
                        + "' ("
                        + given.layer().label()
                        + ": "
                        + given.reason()
                        + ") does not belong to the planned manager "
                        + plan.cluster().manager().label(),
                    "Give cluster/master, or plan for that manager"));
    problems.require(
        master.isPresent(),
        "cluster/master",
        "is missing, and a cluster is reached by its URL",
        "Give it in the POM, as in <master>spark://host:7077</master>, or -Dspark.master=spark://host:7077");
    problems.require(
        master.filter(url -> url.startsWith("local") || url.startsWith("spark://")).isPresent()
            || master.isEmpty(),
        "cluster/master",
        "'" + master.orElse("") + "' cannot be submitted to by this version",
        "Use local[*] or spark://host:port; the plan itself is written for every manager");
    problems.require(
        deployMode(plan).equals(DeployMode.CLIENT.label()),
        "cluster/deployMode",
        "'"
            + deployMode(plan)
            + "' cannot be submitted by this version, which could not tell its verdict",
        "Use client");
    problems.require(
        Files.isRegularFile(request.jar()),
        "job",
        "there is no packaged job at " + request.jar(),
        "Run mvn package spark:submit");
    problems.throwIfAny();
    return master.orElseThrow();
  }

  private static String properties(Plan plan) {
    return plan.conf().effective().stream()
        .map(setting -> SparkProperties.line(setting.key(), setting.value()) + "\n")
        .collect(Collectors.joining());
  }

  private static String deployMode(Plan plan) {
    return plan.conf()
        .find("spark.submit.deployMode")
        .map(Setting::value)
        .orElse(plan.cluster().deployMode().label());
  }

  /**
   * Local mode serves its UI to this machine alone, unless the user's environment says otherwise.
   */
  private static Map<String, String> environment(SubmitRequest request) {
    Map<String, String> variables = new TreeMap<>();
    if (request.plan().cluster().manager() == Manager.LOCAL
        && System.getenv("SPARK_LOCAL_IP") == null) {
      variables.put("SPARK_LOCAL_IP", "127.0.0.1");
    }
    request.confFolder().ifPresent(folder -> variables.put("SPARK_CONF_DIR", folder.toString()));
    return variables;
  }

  private Process launch(LaunchCommand command) {
    try {
      return launcher.launch(command);
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot start "
              + command.home().path().resolve("bin/spark-submit")
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static void judge(ProcessEnd end, SubmitRequest request, DriverLog log, Path logFile) {
    String job = "job " + request.mainClass();
    if (end.timedOut()) {
      throw new InputException(
          job,
          "did not end within "
              + request.timeout().orElseThrow()
              + " and was ended, with every process that it started",
          "Raise submit/timeout, or look for what it waits for in " + logFile);
    }
    if (end.exitCode() != 0) {
      throw new InputException(
          job,
          "failed with exit code "
              + end.exitCode()
              + log.cause().map(cause -> ": " + cause).orElse(""),
          "The driver's log is "
              + logFile
              + "; its last lines:\n    "
              + String.join("\n    ", log.lastLines()));
    }
    if (log.ranLocally() && request.plan().cluster().manager() != Manager.LOCAL) {
      throw new InputException(
          job,
          "ended well, but in local mode: the program sets its own master, and the cluster never saw it",
          "Remove setMaster or master(...) from the program");
    }
  }
}
