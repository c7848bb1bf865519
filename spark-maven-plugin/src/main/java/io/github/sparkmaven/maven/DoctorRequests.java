/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.doctor.DoctorRequest;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.maven.parameter.SubmitDeclaration;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.maven.toolchain.model.ToolchainModel;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the goal doctor looks at. What cannot be made out is noted and left out;
 * nothing is written, and no jar of Spark resolved.
 */
final class DoctorRequests {
  private static final String TOOLCHAINS_PLUGIN = "maven-toolchains-plugin";

  private final ProjectContext context;
  private final TimeLimit limit;
  private final Problems problems = new Problems();
  private final Optional<SparkVersion> spark;
  private final Optional<SubmitDeclaration> submitted;

  DoctorRequests(ProjectContext context, @Nullable SubmitParameter submit, TimeLimit limit) {
    this.context = context;
    this.limit = limit;
    this.submitted =
        attempt("submit", () -> SubmitElement.of(context, submit).read(context.baseFolder()));
    this.spark = attempt("sparkVersion", context::sparkWithoutTrace).flatMap(found -> found);
  }

  /** Says whether there is nothing to look at: the machine is looked at with another module. */
  boolean isPassedOver() {
    return context.session().getProjects().size() > 1
        && problems.none()
        && spark.isEmpty()
        && context.environment().hasNoJob();
  }

  /** Returns the environment variables that spark-submit gets beside Maven's own. */
  Map<String, String> submittedVariables() {
    return submitted.map(SubmitDeclaration::env).orElse(Map.of());
  }

  DoctorRequest request() {
    Optional<JavaHome> java = attempt("JDK", context::java);
    Optional<Found> found = spark.flatMap(version -> attempt("plan", () -> found(version)));
    return new DoctorRequest(
        new DoctorRequest.Project(
            spark,
            found.flatMap(Found::target),
            found.map(Found::conf).orElseGet(this::ofUser),
            found.flatMap(Found::plan),
            problems.all()),
        build(java),
        places(),
        attempt("python", () -> new PythonOfProject(context).projectIfAny())
            .flatMap(python -> python),
        limit);
  }

  /** What is known of a job. */
  private record Found(LayeredConf conf, Optional<Target> target, Optional<Plan> plan) {}

  private Found found(SparkVersion version) {
    NamedJob job = context.environment().jobs().get(0);
    PlanRequests requests = new PlanRequests(context);
    LayeredConf conf = new GivenConf(context).of(version, job);
    Optional<Plan> plan =
        attempt("plan", () -> Planning.plan(requests.request(version, job, Optional.empty())));
    LayeredConf known = withSubmit(plan.map(Plan::conf).orElse(conf));
    return new Found(known, target(requests.reached(version, job), known), plan);
  }

  /** What the submit element stands for; the user's own keys win over it. */
  private LayeredConf withSubmit(LayeredConf conf) {
    Map<String, String> settings = new TreeMap<>();
    submitted.ifPresent(
        element ->
            element
                .settings()
                .forEach(
                    (key, value) -> {
                      if (conf.find(key).isEmpty()) {
                        settings.put(key, value);
                      }
                    }));
    return conf.with(Layer.PLUGIN, settings, "submit");
  }

  /** As spark-submit is told; a cluster without a master's URL is not known. */
  private static Optional<Target> target(DeclaredCluster cluster, LayeredConf conf) {
    return conf.find("spark.master")
        .map(setting -> setting.value())
        .or(cluster::master)
        .or(
            () ->
                switch (cluster.managerOrDefault()) {
                  case LOCAL -> Optional.of("local[*]");
                  case YARN -> Optional.of("yarn");
                  case STANDALONE, KUBERNETES -> Optional.empty();
                })
        .map(
            master ->
                new Target(
                    cluster.managerOrDefault(),
                    master,
                    cluster.deployMode().orElse(DeployMode.CLIENT),
                    conf));
  }

  private LayeredConf ofUser() {
    return attempt("conf", () -> new GivenConf(context).layers(context.environment().common()))
        .orElseGet(LayeredConf::empty);
  }

  private DoctorRequest.Build build(Optional<JavaHome> java) {
    return new DoctorRequest.Build(
        String.valueOf(context.session().getSystemProperties().getProperty("maven.version")),
        Runtime.getRuntime().maxMemory() >> 20,
        Path.of(System.getProperty("java.home")),
        java,
        toolchains(),
        context.project().getBuildPlugins().stream()
            .anyMatch(plugin -> plugin.getArtifactId().equals(TOOLCHAINS_PLUGIN)));
  }

  private List<Path> toolchains() {
    return context.session().getRequest().getToolchains().getOrDefault("jdk", List.of()).stream()
        .map(ToolchainModel::getConfiguration)
        .filter(Xpp3Dom.class::isInstance)
        .map(Xpp3Dom.class::cast)
        .flatMap(tree -> Optional.ofNullable(tree.getChild("jdkHome")).stream())
        .flatMap(element -> Optional.ofNullable(element.getValue()).stream())
        .map(Path::of)
        .toList();
  }

  private DoctorRequest.Places places() {
    Optional<HomeOfProject> home = spark.map(version -> new HomeOfProject(context, version));
    return new DoctorRequest.Places(
        context.target().toAbsolutePath(),
        context.cacheFolder(),
        home.flatMap(found -> attempt("sparkHome", found::found).flatMap(there -> there))
            .map(SparkHome::path),
        home.flatMap(found -> attempt("sparkConfDir", found::confFolder).flatMap(there -> there)),
        attempt("cluster", () -> new PlanRequests(context).hadoopFolder())
            .flatMap(folder -> folder));
  }

  /** Goes on without what cannot be made out. */
  private <T> Optional<T> attempt(String where, Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (InputException e) {
      e.problems().stream()
          .filter(problem -> !problems.all().contains(problem))
          .forEach(problem -> problems.add(problem.where(), problem.what(), problem.fix()));
    } catch (EnvironmentException e) {
      problems.add(where, String.valueOf(e.getMessage()), "Look at what the message names");
    }
    return Optional.empty();
  }
}
