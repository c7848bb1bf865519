/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code bundle.json}, which the script reads: what is submitted, where to, and how it is
 * followed. Relative paths begin in the bundle.
 */
final class BundleJson {
  private static final int FORMAT = 1;

  private BundleJson() {}

  static String text(
      ExportRequest request, Program program, BundledConf conf, Map<String, String> podTemplates) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", FORMAT);
    root.put("project", project(request.origin()));
    root.put("spark", spark(request.spark()));
    root.put("application", application(program));
    root.put("target", target(request));
    root.put("options", options(request.options()));
    root.put("environment", variables(request));
    root.put("podTemplates", podTemplates);
    root.put("secrets", conf.secrets());
    root.put("runner", "lib/" + BundleContents.name(request.own().runner()));
    return JsonText.of(root);
  }

  /** Returns the names of the variables that are not written, because they hold secrets. */
  static List<String> secretVariables(ExportRequest request) {
    return new TreeMap<>(request.environment())
        .entrySet().stream()
            .filter(variable -> isSecret(request, variable))
            .map(Map.Entry::getKey)
            .toList();
  }

  private static Map<String, String> variables(ExportRequest request) {
    Map<String, String> variables = new TreeMap<>(request.environment());
    variables.entrySet().removeIf(variable -> isSecret(request, variable));
    return variables;
  }

  private static boolean isSecret(ExportRequest request, Map.Entry<String, String> variable) {
    return Redaction.of(request.target().conf())
        .hides(new Setting(variable.getKey(), variable.getValue(), Layer.PLUGIN, "", ""));
  }

  private static Map<String, String> spark(SparkVersion spark) {
    Map<String, String> written = new LinkedHashMap<>();
    written.put("version", spark.version());
    written.put("scala", spark.scalaVersion());
    return written;
  }

  private static Map<String, Object> project(Origin origin) {
    Map<String, Object> project = new LinkedHashMap<>();
    project.put("groupId", origin.groupId());
    project.put("artifactId", origin.artifactId());
    project.put("version", origin.version());
    project.put("environment", origin.environment());
    origin.job().ifPresent(job -> project.put("job", job));
    return project;
  }

  private static Map<String, Object> application(Program program) {
    Map<String, Object> application = new LinkedHashMap<>();
    application.put("name", program.name());
    program.mainClass().ifPresent(name -> application.put("mainClass", name));
    application.put("resource", program.resource());
    application.put("arguments", program.arguments());
    application.put("jars", program.jars());
    application.put("files", program.files());
    application.put("archives", program.archives());
    application.put("pyFiles", program.pyFiles());
    return application;
  }

  private static Map<String, Object> target(ExportRequest request) {
    Map<String, Object> target = new LinkedHashMap<>();
    target.put("manager", request.target().manager().label());
    target.put("master", request.target().master());
    target.put("deployMode", request.target().mode().label());
    return target;
  }

  private static Map<String, Object> options(FollowOptions options) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("waitFor", options.waitFor());
    options.timeout().ifPresent(timeout -> written.put("timeout", timeout));
    written.put("onRunning", options.onRunning());
    options.proxyUser().ifPresent(user -> written.put("proxyUser", user));
    return written;
  }
}
