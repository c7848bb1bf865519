/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeRange;
import io.github.sparkmaven.maven.parameter.ClusterParameter;
import io.github.sparkmaven.maven.parameter.EnvironmentParameter;
import io.github.sparkmaven.maven.parameter.JobParameter;
import io.github.sparkmaven.maven.parameter.PythonParameter;
import io.github.sparkmaven.maven.parameter.WorkloadParameter;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.unit.MemorySize;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a goal that the harness has filled.
 *
 * @param mojo the goal
 */
record BoundMojo(AbstractSparkMojo mojo) {

  /** Returns the value of a field that is set. */
  <T> T value(String name, Class<T> type) {
    Object value = valueOrNull(name);
    assertThat(value).as(name).isInstanceOf(type);
    return type.cast(Objects.requireNonNull(value));
  }

  @Nullable Object valueOrNull(String name) {
    try {
      return MojoExtension.getVariableValueFromObject(mojo, name);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** Checks the shared parameters of a POM that gives none of them. */
  void assertDefaults() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "job",
          "cluster",
          "workload",
          "conf",
          "environments",
          "python",
          "sparkVersion",
          "sparkHome",
          "sparkConfDir",
          "cacheDirectory"
        }) {
      values.put(name, valueOrNull(name));
    }
    assertThat(values.values()).containsOnlyNulls();
    assertThat(valueOrNull("defaultEnvironment")).isEqualTo("default");
    assertThat(valueOrNull("skip")).isEqualTo(false);
    assertThat(valueOrNull("session")).isNotNull();
    assertThat(valueOrNull("project")).isNotNull();
    assertThat(valueOrNull("repositorySystem")).isNotNull();
    assertThat(valueOrNull("toolchainManager")).isNotNull();
  }

  /** Checks the shared parameters of the {@code *-explicit.xml} files. */
  void assertExplicitValues() {
    assertJob(value("job", JobParameter.class));
    assertCluster(value("cluster", ClusterParameter.class), 6);
    assertWorkload(value("workload", WorkloadParameter.class), 3);
    assertThat(value("conf", Properties.class))
        .containsOnly(
            Map.entry("spark.sql.shuffle.partitions", "400"),
            Map.entry("spark.acme/slashed", "two words"));
    assertEnvironments();
    assertPython(value("python", PythonParameter.class));
    assertThat(valueOrNull("defaultEnvironment")).isEqualTo("prod");
    assertThat(valueOrNull("sparkVersion")).isEqualTo("3.5.5");
    assertThat(valueOrNull("sparkHome")).isEqualTo(new File("/opt/spark"));
    assertThat(valueOrNull("sparkConfDir")).isEqualTo(new File("/etc/spark"));
    assertThat(valueOrNull("cacheDirectory")).isEqualTo(new File("/var/cache/spark"));
    assertThat(valueOrNull("skip")).isEqualTo(true);
  }

  private static void assertPython(PythonParameter python) {
    Map.of(
            "executable", "python3.11",
            "requirements", "deps/job.txt, deps/test.txt",
            "environment", "system",
            "sourceDirectory", "py/main",
            "testDirectory", "py/test",
            "packEnvironment", "true",
            "ifUnavailable", "skip")
        .forEach(
            (name, value) -> {
              assertThat(python.text(name, own -> Optional.empty())).as(name).contains(value);
              assertThat(python.text(name, own -> Optional.of("-D" + own)))
                  .as("the command line wins")
                  .contains("-D" + name);
            });
  }

  private static void assertJob(JobParameter job) {
    assertThat(job.mainClass()).contains("com.acme.Clustering");
    assertThat(job.arguments()).containsExactly("--k", "", "2");
    assertThat(job.conf()).containsOnly(Map.entry("spark.acme.of.job", "1"));
    assertThat(
            job.workload()
                .orElseThrow()
                .toModel(Language.JVM, new Problems())
                .layout()
                .executorCores())
        .hasValue(5);
  }

  private void assertEnvironments() {
    @SuppressWarnings("unchecked")
    Map<String, EnvironmentParameter> environments =
        (Map<String, EnvironmentParameter>) value("environments", Map.class);
    assertThat(environments).containsOnlyKeys("prod", "on-one-machine");
    EnvironmentParameter prod = Objects.requireNonNull(environments.get("prod"));
    assertCluster(prod.cluster().orElseThrow().over(value("cluster", ClusterParameter.class)), 12);
    assertWorkload(
        prod.workload().orElseThrow().over(value("workload", WorkloadParameter.class)), 8);
    assertThat(prod.conf()).containsOnly(Map.entry("spark.acme.of.environment", "1"));
  }

  private static void assertCluster(ClusterParameter cluster, int nodes) {
    var model = cluster.toModel(new Problems());
    assertThat(model.manager()).contains(Manager.YARN);
    assertThat(model.machines().nodes()).contains(NodeRange.of(nodes));
    assertThat(model.machines().cores()).hasValue(16);
    assertThat(model.machines().memory()).contains(MemorySize.ofMebibytes(64 * 1024));
    assertThat(model.yarn().orElseThrow().nodeVcores()).hasValue(15);
  }

  private static void assertWorkload(WorkloadParameter workload, int driverGibibytes) {
    var model = workload.toModel(Language.JVM, new Problems());
    assertThat(model.language()).isEqualTo(Language.PYTHON);
    assertThat(model.driver().memory()).contains(MemorySize.ofMebibytes(driverGibibytes * 1024L));
  }
}
