/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.Machine;
import io.github.sparkmaven.maven.parameter.EnvironmentParameter;
import io.github.sparkmaven.maven.parameter.WorkloadParameter;
import io.github.sparkmaven.plan.Job;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.codehaus.plexus.util.cli.CommandLineException;
import org.codehaus.plexus.util.cli.CommandLineUtils;

/** Puts together, out of POM, command line and site, what a plan is made from. */
final class PlanRequests {
  private static final String DEFAULT = "default";

  private final ProjectContext context;
  private final Declaration declaration;

  PlanRequests(ProjectContext context) {
    this.context = context;
    this.declaration = context.declaration();
  }

  /**
   * Returns the request for the chosen environment.
   *
   * @throws InputException with everything that cannot be read
   */
  PlanRequest request(SparkVersion spark) {
    Problems problems = new Problems();
    String name = environmentName();
    EnvironmentParameter environment = environment(name);
    Job job = job(problems);
    DeclaredCluster cluster =
        environment
            .cluster()
            .map(own -> own.over(declaration.cluster().orElse(null)))
            .or(declaration::cluster)
            .map(element -> element.toModel(problems))
            .orElse(DeclaredCluster.NOTHING);
    Workload workload = workload(environment, job, problems);
    LayeredConf conf = withSite(layers(), spark);
    DeclaredCluster reached = withMasterOfConf(cluster, conf);
    problems.throwIfAny();
    return new PlanRequest(spark, name, job, reached, workload, conf, Machine.ofThisComputer());
  }

  /** Returns the layers that a user writes: command line, environment, job and plugin. */
  LayeredConf layers() {
    String name = environmentName();
    return LayeredConf.empty()
        .with(
            Layer.COMMAND_LINE,
            context.userProperties().sparkSettings(context.project().getProperties()),
            "given on Maven's command line")
        .with(
            Layer.ENVIRONMENT, settings(environment(name).conf()), "environments/" + name + "/conf")
        .with(Layer.JOB, settings(declaration.job().conf()), "job/conf")
        .with(Layer.PLUGIN, settings(declaration.conf()), "conf");
  }

  private String environmentName() {
    String name =
        context.userProperties().text("environment").orElse(declaration.defaultEnvironment());
    if (!name.matches("[a-z0-9-]+")) {
      throw new InputException(
          "environment",
          "'" + name + "' is no environment's name",
          "Use lower-case letters, digits and hyphens");
    }
    return name;
  }

  private EnvironmentParameter environment(String name) {
    EnvironmentParameter found = declaration.environments().get(name);
    if (found == null && !name.equals(DEFAULT)) {
      TreeSet<String> names = new TreeSet<>(declaration.environments().keySet());
      names.add(DEFAULT);
      throw new InputException(
          "environment",
          "there is no environment '" + name + "'",
          "Give one of " + String.join(", ", names) + ", or declare environments/" + name);
    }
    return found == null ? new EnvironmentParameter() : found;
  }

  private Job job(Problems problems) {
    Optional<String> mainClass =
        context.userProperties().text("mainClass").or(declaration.job()::mainClass);
    Optional<String> pythonFile = declaration.job().pythonFile();
    problems.require(
        mainClass.isEmpty() || pythonFile.isEmpty(),
        "job",
        "has both a mainClass and a pythonFile",
        "Keep the one that is to run");
    return new Job(mainClass, pythonFile, arguments(problems));
  }

  private List<String> arguments(Problems problems) {
    Optional<String> given = context.userProperties().text("arguments");
    if (given.isEmpty()) {
      return declaration.job().arguments();
    }
    try {
      return Arrays.asList(CommandLineUtils.translateCommandline(given.get()));
    } catch (CommandLineException e) {
      problems.add("-Dspark.maven.arguments", String.valueOf(e.getMessage()), "Balance the quotes");
      return List.of();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Workload workload(EnvironmentParameter environment, Job job, Problems problems) {
    Optional<WorkloadParameter> ofJob =
        declaration
            .job()
            .workload()
            .map(own -> own.over(declaration.workload().orElse(null)))
            .or(declaration::workload);
    Language found = job.pythonFile().isPresent() ? Language.PYTHON : Language.JVM;
    return environment
        .workload()
        .map(own -> own.over(ofJob.orElse(null)))
        .or(() -> ofJob)
        .orElseGet(WorkloadParameter::new)
        .toModel(found, problems);
  }

  /** A master that a conf key names is the cluster's master, so that both cannot disagree. */
  private static DeclaredCluster withMasterOfConf(DeclaredCluster cluster, LayeredConf conf) {
    return conf.find("spark.master")
        .filter(setting -> setting.layer().compareTo(Layer.PLUGIN) <= 0)
        .map(setting -> cluster.withMaster(setting.value()))
        .orElse(cluster);
  }

  private LayeredConf withSite(LayeredConf conf, SparkVersion spark) {
    return siteFile(spark)
        .map(file -> conf.with(Layer.SITE, SparkProperties.read(file), file.toString()))
        .orElse(conf);
  }

  private Optional<Path> siteFile(SparkVersion spark) {
    Optional<Path> declared = context.declaredConfFolder();
    declared
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(
            folder -> {
              throw new InputException(
                  "sparkConfDir",
                  "'" + folder + "' is no folder",
                  "Give the folder that holds spark-defaults.conf");
            });
    return declared
        .or(() -> ProjectContext.environmentVariable("SPARK_CONF_DIR").map(Path::of))
        .or(() -> context.foundHome(spark).map(home -> home.path().resolve("conf")))
        .map(folder -> folder.resolve("spark-defaults.conf"))
        .filter(Files::isRegularFile);
  }

  private static Map<String, String> settings(Properties properties) {
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    return settings;
  }
}
