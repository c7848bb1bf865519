/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Manager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The manifest of a job for the Kubernetes operator of Spark.
 *
 * <p>The fields are those of {@code sparkoperator.k8s.io/v1beta2}
 * (https://github.com/kubeflow/spark-operator, api/v1beta2/sparkapplication_types.go). What has a
 * field stands there and not in {@code sparkConf}, so that nothing is said twice.
 */
final class SparkApplication {
  /** Where the image is to have what the bundle holds. */
  static final String IN_IMAGE = "/opt/spark/bundle/";

  private static final String IMAGE = "spark.kubernetes.container.image";
  private static final String LONGEST_NAME = "(?<=.{50}).+";
  // The operator's own to say.
  private static final List<String> OF_OPERATOR =
      List.of("spark.master", "spark.submit.deployMode", "spark.app.name");

  private final ExportRequest request;
  private final Program program;
  private final Map<String, String> left = new TreeMap<>();

  /**
   * Describes a job.
   *
   * @param program as the bundle has it
   */
  SparkApplication(ExportRequest request, Program program, BundledConf conf) {
    this.request = request;
    this.program = program;
    for (Setting setting : conf.settings()) {
      left.put(setting.key(), setting.value());
    }
    OF_OPERATOR.forEach(left::remove);
  }

  static boolean isWanted(ExportRequest request) {
    return request.target().manager() == Manager.KUBERNETES;
  }

  static boolean lacksImage(BundledConf conf) {
    return conf.find(IMAGE).isEmpty();
  }

  String text() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("apiVersion", "sparkoperator.k8s.io/v1beta2");
    root.put("kind", "SparkApplication");
    root.put("metadata", metadata());
    root.put("spec", spec());
    return "# For the Kubernetes operator of Spark, version 2 or later where a template is given.\n"
        + "# The image has to hold the bundle's folders job, jars, files, pyFiles and archives in "
        + IN_IMAGE
        + ".\n"
        + Yaml.text(root);
  }

  private Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name());
    take("spark.kubernetes.namespace").ifPresent(space -> metadata.put("namespace", space));
    metadata.put("labels", labels());
    return metadata;
  }

  /** The operator makes names of its own out of it, which may have 63 characters. */
  private String name() {
    return (request.origin().artifactId() + "-" + request.origin().label())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9-]", "-")
        .replaceAll(LONGEST_NAME, "")
        .replaceAll("^[^a-z]+|-+$", "");
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("app.kubernetes.io/name", label(request.origin().artifactId()));
    labels.put("app.kubernetes.io/version", label(request.origin().version()));
    return labels;
  }

  private static String label(String text) {
    return text.replaceAll("[^A-Za-z0-9._-]", "_")
        .replaceAll("(?<=.{63}).+", "")
        .replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
  }

  private Map<String, Object> spec() {
    Map<String, Object> spec = new LinkedHashMap<>();
    boolean python = program.mainClass().isEmpty();
    spec.put("type", python ? "Python" : "Java");
    if (python) {
      spec.put("pythonVersion", "3");
    }
    spec.put("mode", "cluster");
    spec.put("sparkVersion", request.spark().version());
    take(IMAGE).ifPresent(image -> spec.put("image", image));
    take("spark.kubernetes.container.image.pullPolicy")
        .ifPresent(policy -> spec.put("imagePullPolicy", policy));
    request.options().proxyUser().ifPresent(user -> spec.put("proxyUser", user));
    program.mainClass().ifPresent(name -> spec.put("mainClass", name));
    spec.put("mainApplicationFile", inImage(program.resource()));
    spec.put("arguments", program.arguments());
    spec.put("restartPolicy", Map.of("type", "Never"));
    Map<String, Object> deps = deps();
    if (!deps.isEmpty()) {
      spec.put("deps", deps);
    }
    Map<String, Object> driver = driver();
    Map<String, Object> executor = executor();
    spec.put("sparkConf", left);
    spec.put("driver", driver);
    spec.put("executor", executor);
    return spec;
  }

  private Map<String, Object> deps() {
    Map<String, Object> deps = new LinkedHashMap<>();
    put(deps, "jars", program.jars());
    put(deps, "files", program.files());
    put(deps, "pyFiles", program.pyFiles());
    put(deps, "archives", program.archives());
    return deps;
  }

  private static void put(Map<String, Object> deps, String name, List<String> resources) {
    if (!resources.isEmpty()) {
      deps.put(name, resources.stream().map(SparkApplication::inImage).toList());
    }
  }

  private static String inImage(String resource) {
    boolean bundled = !resource.contains(":") && !resource.startsWith("/");
    return bundled ? "local://" + IN_IMAGE + resource : resource;
  }

  private Map<String, Object> driver() {
    Map<String, Object> driver = pod("driver");
    take("spark.kubernetes.authenticate.driver.serviceAccountName")
        .ifPresent(account -> driver.put("serviceAccount", account));
    template(driver, request.pods().driver());
    return driver;
  }

  private Map<String, Object> executor() {
    Map<String, Object> executor = pod("executor");
    number(executor, "instances", "spark.executor.instances");
    take("spark.kubernetes.authenticate.executor.serviceAccountName")
        .ifPresent(account -> executor.put("serviceAccount", account));
    template(executor, request.pods().executor());
    return executor;
  }

  private Map<String, Object> pod(String role) {
    Map<String, Object> pod = new LinkedHashMap<>();
    number(pod, "cores", "spark." + role + ".cores");
    text(pod, "coreRequest", "spark.kubernetes." + role + ".request.cores");
    text(pod, "coreLimit", "spark.kubernetes." + role + ".limit.cores");
    text(pod, "memory", "spark." + role + ".memory");
    text(pod, "memoryOverhead", "spark." + role + ".memoryOverhead");
    Map<String, String> labels = labels();
    String prefix = "spark.kubernetes." + role + ".label.";
    for (String key : new ArrayList<>(left.keySet())) {
      if (key.startsWith(prefix)) {
        take(key).ifPresent(value -> labels.put(key.substring(prefix.length()), value));
      }
    }
    pod.put("labels", labels);
    return pod;
  }

  private void text(Map<String, Object> pod, String field, String key) {
    take(key).ifPresent(value -> pod.put(field, value));
  }

  private void number(Map<String, Object> pod, String field, String key) {
    if (left.getOrDefault(key, "").matches("[1-9][0-9]{0,8}")) {
      take(key).map(Integer::valueOf).ifPresent(value -> pod.put(field, value));
    }
  }

  /** A template of ours is a pod with nothing but a spec. */
  private static void template(Map<String, Object> pod, Optional<String> template) {
    template.ifPresent(
        text -> pod.put("template", new Yaml.Block(text.substring(text.indexOf("spec:\n")))));
  }

  private Optional<String> take(String key) {
    return Optional.ofNullable(left.remove(key));
  }
}
