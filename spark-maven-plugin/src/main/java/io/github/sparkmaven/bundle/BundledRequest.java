/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.MasterUrl;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.submit.Application;
import io.github.sparkmaven.submit.NextSteps;
import io.github.sparkmaven.submit.OnRunning;
import io.github.sparkmaven.submit.Project;
import io.github.sparkmaven.submit.SubmitOptions;
import io.github.sparkmaven.submit.SubmitRequest;
import io.github.sparkmaven.submit.WaitFor;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a submission out of a bundle, the script's options and the site. */
final class BundledRequest {
  private final Site site;
  private final BundleFile bundle;
  private final Options options;
  private final Console console;

  BundledRequest(Site site, BundleFile bundle, Options options, Console console) {
    this.site = site;
    this.bundle = bundle;
    this.options = options;
    this.console = console;
  }

  /**
   * Returns the submission.
   *
   * @throws io.github.sparkmaven.problem.InputException with what cannot be
   * @throws io.github.sparkmaven.problem.EnvironmentException if there is no Spark home to be had
   */
  SubmitRequest request() {
    SubmitOptions follow = followed();
    SparkVersion spark =
        new SparkVersion(bundle.need("spark", "version"), bundle.need("spark", "scala"));
    BundledConf conf = new BundledConf(site, bundle, options);
    LayeredConf own = conf.own();
    refuseOtherManager(own);
    BundledHome homes = new BundledHome(site, bundle, spark, console);
    Optional<BundledPython> python =
        bundle.isPython() ? Optional.of(BundledPython.find(site, spark)) : Optional.empty();
    SparkHome home =
        python
            .map(found -> homes.ofPython(found.environment()))
            .orElseGet(() -> homes.find(options.value("--repository")));
    LayeredConf ofSite = conf.withSite(own, home);
    LayeredConf all = python.map(found -> found.over(ofSite, target(ofSite))).orElse(ofSite);
    python.ifPresent(found -> console.noted(found.environment().toString()));
    refuseToLeaveAChild(follow.waitFor(), target(all));
    conf.missingSecrets(all).ifPresent(console::warned);
    return new SubmitRequest(
        project(),
        application().withSettings(target(all).conf()),
        target(all),
        spark,
        new HomeJvm(
            () -> home,
            JavaHome.of(site.java()),
            bundle.runner(),
            site.variable("SPARK_CONF_DIR").map(Path::of),
            bundle.environment()),
        site.submissions(),
        site.workingFolder(),
        follow,
        steps());
  }

  private NextSteps steps() {
    return new NextSteps(
        "Unpack the bundle anew",
        site.bundle().toAbsolutePath().resolve("bin/submit") + " --kill ",
        "--on-running",
        "--timeout");
  }

  /** As the goal names it, so that each sees what the other has submitted. */
  private Project project() {
    return new Project(
        bundle.need("project", "groupId") + ":" + bundle.need("project", "artifactId"),
        bundle.text("project", "job"),
        bundle.need("project", "environment"));
  }

  private Application application() {
    return new Application(
        bundle.need("application", "name"),
        bundle.resource(bundle.need("application", "resource")),
        bundle.file(),
        bundle.text("application", "mainClass"),
        options.arguments().orElseGet(() -> bundle.list("arguments")),
        bundle.resources("jars"),
        bundle.resources("files"),
        bundle.resources("archives"),
        bundle.resources("pyFiles"));
  }

  private void refuseOtherManager(LayeredConf conf) {
    String manager = bundle.need("target", "manager");
    String master = master(conf);
    Problems problems = new Problems();
    problems.require(
        MasterUrl.managerOf(master).map(Manager::label).equals(Optional.of(manager)),
        "spark.master",
        "'" + master + "' does not belong to the planned manager " + manager,
        "Give a master of that manager, or export the bundle of another environment");
    problems.throwIfAny();
  }

  private static void refuseToLeaveAChild(WaitFor waitFor, Target target) {
    Problems problems = new Problems();
    problems.require(
        waitFor == WaitFor.END || target.driverInCluster(),
        "--wait-for",
        label(waitFor)
            + " needs cluster mode: in client mode the driver is a child of this script and ends"
            + " with it",
        "Give --conf spark.submit.deployMode=cluster, or --wait-for end");
    problems.throwIfAny();
  }

  private String master(LayeredConf conf) {
    return conf.find("spark.master")
        .map(Setting::value)
        .orElseGet(() -> bundle.need("target", "master"));
  }

  private Target target(LayeredConf conf) {
    String mode =
        conf.find("spark.submit.deployMode")
            .map(Setting::value)
            .orElseGet(() -> bundle.need("target", "deployMode"));
    return new Target(
        MasterUrl.managerOf(master(conf)).orElseThrow(),
        master(conf),
        choice("spark.submit.deployMode", mode, DeployMode.values()),
        conf);
  }

  private SubmitOptions followed() {
    return new SubmitOptions(
        choice("--wait-for", given("--wait-for", "waitFor"), WaitFor.values()),
        options
            .value("--timeout")
            .or(() -> bundle.text("options", "timeout"))
            .map(limit -> TimeLimit.parse("--timeout", limit)),
        choice("--on-running", given("--on-running", "onRunning"), OnRunning.values()),
        bundle.text("options", "proxyUser"));
  }

  private String given(String option, String bundled) {
    return options.value(option).orElseGet(() -> bundle.need("options", bundled));
  }

  private static <E extends Enum<E>> E choice(String where, String text, E[] choices) {
    Problems problems = new Problems();
    Optional<E> found =
        Arrays.stream(choices).filter(choice -> label(choice).equals(text)).findFirst();
    problems.require(
        found.isPresent(),
        where,
        "'" + text + "' is none of its values",
        "Give one of "
            + List.of(choices).stream()
                .map(BundledRequest::label)
                .collect(Collectors.joining(", ")));
    problems.throwIfAny();
    return found.orElseThrow();
  }

  private static String label(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
