/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyCheck;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Machine;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.site.HadoopSite;
import io.github.sparkmaven.hardware.site.SiteYarn;
import io.github.sparkmaven.maven.parameter.ClusterParameter;
import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.maven.parameter.WorkloadParameter;
import io.github.sparkmaven.plan.Job;
import io.github.sparkmaven.plan.KeyReport;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Puts together, out of POM, command line and site, what a plan is made from. */
final class PlanRequests {
  private final ProjectContext context;
  private final Declaration declaration;
  private final ChosenEnvironment environment;

  PlanRequests(ProjectContext context) {
    this.context = context;
    this.declaration = context.declaration();
    this.environment = context.environment();
  }

  /**
   * Returns the request for a job in the chosen environment.
   *
   * @throws InputException with everything that cannot be read
   */
  PlanRequest request(SparkVersion spark, NamedJob named) {
    return request(spark, named, this::withHadoop, new KeysOfProject(context).check(spark));
  }

  /**
   * Returns the request for a job in the chosen environment.
   *
   * @param keys holds keys against those that the Spark knows; without it no jar is resolved
   * @throws InputException with everything that cannot be read
   */
  PlanRequest request(SparkVersion spark, NamedJob named, Optional<KeyCheck> keys) {
    return request(spark, named, this::withHadoop, keys);
  }

  /**
   * Returns the request for a job that runs on this computer, which need not have the Hadoop files
   * of the environment's cluster.
   *
   * @throws InputException with everything that cannot be read
   */
  PlanRequest requestWithoutHadoop(SparkVersion spark, NamedJob named) {
    return request(
        spark,
        named,
        (cluster, problems) -> new SiteYarn(cluster, List.of()),
        new KeysOfProject(context).check(spark));
  }

  private PlanRequest request(
      SparkVersion spark,
      NamedJob named,
      BiFunction<DeclaredCluster, Problems, SiteYarn> site,
      Optional<KeyCheck> keys) {
    Problems problems = new Problems();
    Job job = job(named, problems);
    DeclaredCluster cluster =
        cluster().map(element -> element.toModel(problems)).orElse(DeclaredCluster.NOTHING);
    Workload workload = workload(named, problems);
    LayeredConf conf = new GivenConf(context).withSite(spark, named, problems);
    DeclaredCluster reached = asConfHasIt(cluster, conf, problems);
    SiteYarn completed = site.apply(reached, problems);
    if (!problems.none()) {
      // Planning, which looks at the keys, is not reached: they are told of here.
      new KeyReport(spark, conf, keys, problems).warnings();
    }
    problems.throwIfAny();
    return new PlanRequest(
        spark,
        context.java().feature(),
        environment.name(),
        job,
        completed.cluster(),
        workload,
        conf,
        keys,
        Machine.ofThisComputer(),
        folder(named),
        completed.notes());
  }

  /**
   * Returns the manager that the chosen environment's jobs are submitted to.
   *
   * @throws InputException if the cluster cannot be read
   */
  Manager manager(SparkVersion spark) {
    return reached(spark, environment.common()).managerOrDefault();
  }

  /**
   * Returns the cluster that a job of the chosen environment is submitted to.
   *
   * @throws InputException if the cluster cannot be read
   */
  DeclaredCluster reached(SparkVersion spark, NamedJob job) {
    Problems problems = new Problems();
    DeclaredCluster declared =
        cluster().map(element -> element.toModel(problems)).orElse(DeclaredCluster.NOTHING);
    DeclaredCluster reached =
        asConfHasIt(declared, new GivenConf(context).withSite(spark, job, problems), problems);
    problems.throwIfAny();
    return reached;
  }

  /** Returns the folder of the site's Hadoop configuration, where one is declared. */
  Optional<Path> hadoopFolder() {
    return cluster().flatMap(ClusterParameter::hadoopConfDir);
  }

  private Optional<ClusterParameter> cluster() {
    return environment
        .parameter()
        .cluster()
        .map(own -> own.over(declaration.cluster().orElse(null)))
        .or(declaration::cluster);
  }

  private Path folder(NamedJob named) {
    Path folder = context.sparkFolder("plans").resolve(environment.name()).toAbsolutePath();
    return named.name().map(folder::resolve).orElse(folder);
  }

  private SiteYarn withHadoop(DeclaredCluster cluster, Problems problems) {
    Optional<Path> folder = hadoopFolder();
    if (folder.isEmpty()) {
      return new SiteYarn(cluster, List.of());
    }
    problems.require(
        cluster.managerOrDefault() == Manager.YARN,
        "cluster/hadoopConfDir",
        "is given although the manager is " + cluster.managerOrDefault().label(),
        "Set cluster/manager to yarn, or remove it");
    return SiteYarn.fill(cluster, HadoopSite.read(folder.get(), problems), problems);
  }

  private Job job(NamedJob named, Problems problems) {
    Optional<String> mainClass =
        context.userProperties().text("mainClass").or(named.parameter()::mainClass);
    Optional<String> pythonFile = new PythonJob(context, named).file();
    problems.require(
        mainClass.isEmpty() || pythonFile.isEmpty(),
        named.where(),
        "has both a mainClass and a pythonFile",
        "Keep the one that is to run");
    return new Job(
        named.name(),
        mainClass,
        pythonFile,
        JobArguments.of(named, context.userProperties(), problems));
  }

  private Workload workload(NamedJob named, Problems problems) {
    Optional<WorkloadParameter> ofJob =
        named
            .parameter()
            .workload()
            .map(own -> own.over(declaration.workload().orElse(null)))
            .or(declaration::workload);
    Language found = new PythonJob(context, named).isPython() ? Language.PYTHON : Language.JVM;
    return environment
        .parameter()
        .workload()
        .map(own -> own.over(ofJob.orElse(null)))
        .or(() -> ofJob)
        .orElseGet(WorkloadParameter::new)
        .toModel(found, problems);
  }

  /** What conf keys say of the cluster is the cluster's, so that both cannot disagree. */
  private static DeclaredCluster asConfHasIt(
      DeclaredCluster cluster, LayeredConf conf, Problems problems) {
    DeclaredCluster reached = ofUser(conf, "spark.master").map(cluster::withMaster).orElse(cluster);
    ParameterReader reader = new ParameterReader("", problems);
    return ofUser(conf, "spark.submit.deployMode")
        .flatMap(mode -> reader.choice("spark.submit.deployMode", mode, DeployMode.class))
        .map(reached::withDeployMode)
        .orElse(reached);
  }

  private static Optional<String> ofUser(LayeredConf conf, String key) {
    return conf.find(key)
        .filter(setting -> setting.layer().compareTo(Layer.PLUGIN) <= 0)
        .map(Setting::value);
  }
}
