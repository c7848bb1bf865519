/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.site.HadoopFiles;
import io.github.sparkmaven.home.SiteEnvironment;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The site's Hadoop configuration as spark-submit sees it; read once, when it is first needed. */
final class ClientSite {
  private final DoctorRequest request;
  private final Surroundings surroundings;
  private @Nullable Contents contents;

  ClientSite(DoctorRequest request, Surroundings surroundings) {
    this.request = request;
    this.surroundings = surroundings;
  }

  /**
   * What was read.
   *
   * @param variables the environment variables, those of {@code spark-env.sh} included
   * @param folders what {@code HADOOP_CONF_DIR} and {@code YARN_CONF_DIR} name
   * @param files what stands there
   * @param problems what is wrong with the files
   */
  record Contents(
      Map<String, String> variables,
      List<Path> folders,
      HadoopFiles files,
      List<Problem> problems) {

    Optional<String> variable(String name) {
      return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
  }

  /**
   * Reads it.
   *
   * @throws EnvironmentException if {@code spark-env.sh} cannot be read
   */
  synchronized Contents read() {
    if (contents == null) {
      Map<String, String> variables = new HashMap<>(surroundings.environment());
      variables.putAll(ofScript());
      List<Path> folders =
          Stream.of("HADOOP_CONF_DIR", "YARN_CONF_DIR")
              .map(name -> variables.getOrDefault(name, ""))
              .filter(folder -> !folder.isBlank())
              .map(Path::of)
              .distinct()
              .toList();
      Problems problems = new Problems();
      HadoopFiles files =
          HadoopFiles.read(folders, name -> Optional.ofNullable(variables.get(name)), problems);
      contents = new Contents(variables, folders, files, problems.all());
    }
    return Objects.requireNonNull(contents);
  }

  /** Returns a property of Hadoop, of which a setting {@code spark.hadoop.…} is the last word. */
  Optional<String> value(String name) {
    return request.project().setting("spark.hadoop." + name).or(() -> read().files().value(name));
  }

  /** The goals let bash read it for these managers, and so it may be read here. */
  private Map<String, String> ofScript() {
    Manager manager = request.project().manager();
    return manager == Manager.YARN || manager == Manager.KUBERNETES
        ? request
            .places()
            .confFolder()
            .map(folder -> SiteEnvironment.of(folder, request.places().home()))
            .orElse(Map.of())
        : Map.of();
  }
}
