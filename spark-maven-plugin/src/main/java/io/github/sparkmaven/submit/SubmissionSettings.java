/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.runtime.ModuleOptions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings that spark-submit is given: the effective ones, the tag, and what makes the
 * manager's word a verdict. What the user set is kept.
 */
final class SubmissionSettings {
  private static final String APPLICATION_ID = "spark.app.id";
  private static final String DRIVER_OPTIONS = "spark.driver.extraJavaOptions";

  private final Target target;
  private final HomeJvm jvm;
  private final Map<String, String> settings = new TreeMap<>();

  private SubmissionSettings(Target target, HomeJvm jvm) {
    this.target = target;
    this.jvm = jvm;
    for (Setting setting : target.conf().effective()) {
      settings.put(setting.key(), setting.value());
    }
  }

  /** Returns all settings by their keys. */
  static Map<String, String> of(SubmitRequest request, Tag tag) {
    SubmissionSettings made = new SubmissionSettings(request.target(), request.jvm());
    made.settings.putAll(
        tag.settings(
            request.target().manager(), Optional.ofNullable(made.settings.get("spark.yarn.tags"))));
    made.verdict(request.options().waitFor(), tag);
    return made.settings;
  }

  /**
   * Returns the name that an application has before it starts: in client mode on Kubernetes, where
   * no log tells Spark's own, and where nothing owns the executors' pods that a killed driver
   * leaves.
   */
  static Optional<String> applicationId(Target target, Tag tag) {
    return target.manager() == Manager.KUBERNETES && !target.driverInCluster()
        ? target.setting(APPLICATION_ID).or(() -> Optional.of("spark-maven-" + tag.submission()))
        : Optional.empty();
  }

  private void verdict(WaitFor waitFor, Tag tag) {
    applicationId(target, tag).ifPresent(id -> settings.put(APPLICATION_ID, id));
    String waits = String.valueOf(waitFor == WaitFor.END);
    if (target.manager() == Manager.YARN) {
      // A second attempt would run the job again after its own exception.
      settings.putIfAbsent("spark.yarn.maxAppAttempts", "1");
      // Otherwise a driver whose application was killed may still end well.
      settings.putIfAbsent("spark.yarn.am.clientModeExitOnError", "true");
    }
    if (!target.driverInCluster()) {
      return;
    }
    switch (target.manager()) {
      case LOCAL -> {}
      case STANDALONE -> {
        settings.put("spark.standalone.submit.waitAppCompletion", waits);
        openModules();
      }
      case YARN -> settings.put("spark.yarn.submit.waitAppCompletion", waits);
      case KUBERNETES -> {
        settings.put("spark.kubernetes.submission.waitAppCompletion", waits);
        // A name of our own is known before the pod is.
        settings.putIfAbsent("spark.kubernetes.driver.pod.name", podName(tag));
      }
    }
  }

  /**
   * Standalone's master starts the driver's JVM itself, without the module options that
   * spark-submit gives those which it starts, and 3.5's block manager dies of it.
   */
  private void openModules() {
    if (jvm.java().feature() < 17) {
      return;
    }
    Stream<String> options =
        Stream.concat(
            Optional.ofNullable(settings.get(DRIVER_OPTIONS)).stream(),
            ModuleOptions.of(jvm.home().get().launcherJar()).stream());
    settings.put(DRIVER_OPTIONS, options.collect(Collectors.joining(" ")));
  }

  private static String podName(Tag tag) {
    return "spark-maven-" + tag.submission() + "-driver";
  }
}
