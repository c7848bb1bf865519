/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a site's {@code spark-env.sh} says of its clusters.
 *
 * <p>Vendors set {@code HADOOP_CONF_DIR} there and nowhere else. The scripts of a home read the
 * file themselves; whoever asks the cluster without them needs the same answer.
 */
public final class SiteEnvironment {
  private static final List<String> NAMES =
      List.of(
          "HADOOP_CONF_DIR",
          "YARN_CONF_DIR",
          "HADOOP_USER_NAME",
          "KRB5_CONFIG",
          "KRB5CCNAME",
          "KUBECONFIG",
          "SPARK_DIST_CLASSPATH");
  // As the scripts read it; what the file itself prints must not stand among the values.
  private static final String READ =
      "set -a; . \"$SPARK_CONF_DIR/spark-env.sh\" >&2; for name in \"$@\"; do printf '%s\\n' \"${!name-}\"; done";
  private static final TimeLimit PATIENCE = new TimeLimit(Duration.ofSeconds(30));

  private SiteEnvironment() {}

  /**
   * Returns the variables of the site, those of this JVM where the file does not change them; none
   * at all where there is no file.
   *
   * @param confFolder the site's Spark configuration folder
   * @param home the Spark home, where it is known before it is made
   * @throws EnvironmentException if the file fails, as it would fail in spark-submit
   */
  public static Map<String, String> of(Path confFolder, Optional<Path> home) {
    Path file = confFolder.resolve("spark-env.sh");
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    List<String> values = Collections.synchronizedList(new ArrayList<>());
    List<String> errors = Collections.synchronizedList(new ArrayList<>());
    ProcessEnd end = run(file, bash(confFolder, home), values, errors);
    if (end.timedOut() || end.exitCode() != 0 || values.size() != NAMES.size()) {
      throw unreadable(file, end, errors);
    }
    Map<String, String> variables = new TreeMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      if (!values.get(i).isBlank()) {
        variables.put(NAMES.get(i), values.get(i));
      }
    }
    return variables;
  }

  private static ProcessBuilder bash(Path confFolder, Optional<Path> home) {
    List<String> words = new ArrayList<>(List.of("bash", "-c", READ, "bash"));
    words.addAll(NAMES);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("SPARK_CONF_DIR", confFolder.toString());
    home.ifPresent(path -> builder.environment().put("SPARK_HOME", path.toString()));
    return builder;
  }

  private static ProcessEnd run(
      Path file, ProcessBuilder builder, List<String> values, List<String> errors) {
    try {
      return new FollowedProcess(builder.start(), values::add, errors::add)
          .await(Optional.of(PATIENCE));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot run bash to read " + file + ": " + e.getMessage(), e);
    }
  }

  private static EnvironmentException unreadable(Path file, ProcessEnd end, List<String> errors) {
    return new EnvironmentException(
        file
            + (end.timedOut()
                ? " did not end within " + PATIENCE
                : " cannot be read by bash (exit code " + end.exitCode() + ")")
            + (errors.isEmpty() ? "" : ": " + errors.get(errors.size() - 1))
            + "; spark-submit reads it too, so mend it, or give another sparkConfDir",
        null);
  }
}
