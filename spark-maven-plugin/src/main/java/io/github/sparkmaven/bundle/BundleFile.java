/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bundle on disk, as its {@code bundle.json} describes it.
 *
 * @param folder the bundle's folder; absolute
 */
record BundleFile(Path folder, Json json) {
  private static final Pattern URI_FORM = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  /**
   * Reads a bundle.
   *
   * @throws EnvironmentException if it is none, or of another version
   */
  static BundleFile read(Path folder) {
    Path file = folder.toAbsolutePath().resolve("bundle.json");
    try {
      Json json = Json.parse(Files.readString(file));
      if (json.number("format").orElse(0) != 1) {
        throw new EnvironmentException(
            file + " is of a form that this script does not know; unpack the bundle anew", null);
      }
      return new BundleFile(folder.toAbsolutePath(), json);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
  }

  /** Returns what stands at a place of two names. */
  Optional<String> text(String part, String name) {
    return json.at(part).text(name);
  }

  /** Returns what has to stand at a place of two names. */
  String need(String part, String name) {
    return text(part, name)
        .orElseThrow(
            () -> new EnvironmentException("bundle.json lacks " + part + "/" + name, null));
  }

  /** Returns the texts of the application's list. */
  List<String> list(String name) {
    return json.at("application").list(name).stream()
        .flatMap(item -> item.text().stream())
        .toList();
  }

  /** Returns the resources of the application's list, the bundle's own as absolute paths. */
  List<String> resources(String name) {
    return list(name).stream().map(this::resource).toList();
  }

  /** Returns a resource as spark-submit is given it. */
  String resource(String written) {
    return isBundled(written) ? folder.resolve(written).toString() : written;
  }

  /** Returns the primary resource where it is a file of the bundle. */
  Optional<Path> file() {
    return text("application", "resource").filter(BundleFile::isBundled).map(folder::resolve);
  }

  /** Says whether the job is a Python program. */
  boolean isPython() {
    return text("application", "mainClass").isEmpty();
  }

  /** Returns the pod templates by the settings that name them. */
  Map<String, String> podTemplates() {
    return json.at("podTemplates").texts();
  }

  Map<String, String> environment() {
    return json.at("environment").texts();
  }

  List<String> secrets() {
    return json.list("secrets").stream().flatMap(key -> key.text().stream()).toList();
  }

  Path runner() {
    return folder.resolve(json.text("runner").orElse("lib"));
  }

  Path conf() {
    return folder.resolve("conf/spark-defaults.conf");
  }

  Path homeList() {
    return folder.resolve("home.list");
  }

  private static boolean isBundled(String written) {
    return !URI_FORM.matcher(written).matches() && !written.startsWith("/");
  }
}
