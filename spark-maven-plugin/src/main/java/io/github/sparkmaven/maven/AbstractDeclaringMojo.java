/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.ClusterParameter;
import io.github.sparkmaven.maven.parameter.EnvironmentParameter;
import io.github.sparkmaven.maven.parameter.JobParameter;
import io.github.sparkmaven.maven.parameter.PythonParameter;
import io.github.sparkmaven.maven.parameter.WorkloadParameter;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals read of the POM: the job, and what it is to run on. */
abstract class AbstractDeclaringMojo extends AbstractMojo {
  /**
   * What is to run: {@code mainClass} or {@code pythonFile}, {@code arguments}, and its own {@code
   * workload} and {@code conf}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable JobParameter job;

  /**
   * Several jobs, by name, each as {@code job}; {@code -Dspark.maven.job} names one of them.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable Map<String, JobParameter> jobs;

  /**
   * The hardware: {@code manager}, {@code nodes}, and the {@code cores} and {@code memory} of one
   * machine; without it, this computer in local mode.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable ClusterParameter cluster;

  /**
   * What is known of the job, and pins that the plan obeys.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable WorkloadParameter workload;

  /**
   * Spark settings: keys as elements, or {@code
   * <property><name>…</name><value>…</value></property>}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable Properties conf;

  /**
   * Keys that no registry of Spark knows and that are right all the same, as the job's own are; a
   * name ending in {@code *} stands for all keys that begin so.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable List<@Nullable String> allowedKeys;

  /**
   * What differs in each environment, by its name: {@code cluster}, {@code workload}, {@code conf},
   * {@code jobs} and {@code submit}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable Map<String, EnvironmentParameter> environments;

  /**
   * The environment that is used unless {@code -Dspark.maven.environment} names another.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "default")
  private String defaultEnvironment = "default";

  /**
   * The module's Python: {@code executable}, {@code requirements}, {@code environment}, {@code
   * sourceDirectory}, {@code testDirectory}, {@code packEnvironment} and {@code ifUnavailable};
   * each also {@code -Dspark.maven.python.<name>}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable PythonParameter python;

  /**
   * The Spark version, where no dependency says it.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable String sparkVersion;

  /**
   * A Spark distribution to use; by default {@code SPARK_HOME} where it fits, else one assembled
   * from the project's Spark artifacts.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable File sparkHome;

  /**
   * A folder with the site's {@code spark-defaults.conf}; by default {@code SPARK_CONF_DIR}, else
   * the Spark home's own.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable File sparkConfDir;

  /**
   * The one folder outside of target that is written to; by default the user's own cache folder.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable File cacheDirectory;

  /** Returns what the POM declares. */
  final Declaration declaration() {
    return new Declaration(
        Optional.ofNullable(job).orElseGet(JobParameter::new),
        Optional.ofNullable(jobs).orElse(Map.of()),
        Optional.ofNullable(cluster),
        Optional.ofNullable(workload),
        Optional.ofNullable(conf).orElseGet(Properties::new),
        Optional.ofNullable(allowedKeys).stream()
            .flatMap(List::stream)
            .filter(Objects::nonNull)
            .toList(),
        Optional.ofNullable(environments).orElse(Map.of()),
        defaultEnvironment,
        Optional.ofNullable(python),
        Optional.ofNullable(sparkVersion),
        Optional.ofNullable(sparkHome).map(File::toPath),
        Optional.ofNullable(sparkConfDir).map(File::toPath),
        Optional.ofNullable(cacheDirectory).map(File::toPath));
  }
}
