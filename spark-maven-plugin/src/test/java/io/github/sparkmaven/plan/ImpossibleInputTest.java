/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.maven.parameter.ClusterParameter;
import io.github.sparkmaven.maven.parameter.PomElement;
import io.github.sparkmaven.maven.parameter.WorkloadParameter;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Workload;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a user may write that no cluster can do, from the POM's elements to the message. */
class ImpossibleInputTest {
  private static final Map<String, String> BASES =
      Map.of(
          "talk",
          "manager=yarn nodes=6 cores=16 memory=64g yarn/nodeMemory=61g yarn/nodeVcores=15",
          "workers",
          "manager=standalone nodes=2 cores=8 memory=32g",
          "pods",
          "manager=kubernetes nodes=6 cores=16 memory=64g",
          "local",
          "");

  /**
   * Each line has a cluster to begin with, then what is written differently, the workload and the
   * Spark keys, each a list of {@code name=value}, and the message, in which {@code \\n} begins a
   * new line.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "impossible-input.csv", delimiter = '|', maxCharsPerColumn = 2000)
  void rejectsWith(
      String base,
      @Nullable String cluster,
      @Nullable String workload,
      @Nullable String conf,
      String message) {
    assertThatThrownBy(() -> plan(base, cluster, workload, conf))
        .isInstanceOf(InputException.class)
        .hasMessage(message.replace("\\n", "\n"));
  }

  @Test
  void tellsOfTextsThatCannotBeReadAtOnce() {
    assertThatThrownBy(
            () ->
                plan(
                    "talk",
                    "nodes=40..2 memory=64 yarn/nodeVcores=many",
                    "executorCores=0 driverMemory=2",
                    null))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            5 problems:
              - cluster/nodes: 40..2 ends before it begins. Write the smaller number first: 2..40
              - cluster/memory: '64' is no memory size. Give a whole number with a unit, b, k, m, g, \
            t or p (powers of 1024), as in 61g or 11600m
              - cluster/yarn/nodeVcores: 'many' is no whole number. Give one, as in 16
              - workload/executorCores: 0 is less than 1. Give a whole number from 1 up
              - workload/driverMemory: '2' is no memory size. Give a whole number with a unit, b, k, \
            m, g, t or p (powers of 1024), as in 61g or 11600m""");
  }

  @Test
  void tellsOfPinsThatContradictTheClusterAtOnce() {
    assertThatThrownBy(
            () ->
                plan(
                    "talk",
                    "deployMode=cluster",
                    "executorCores=16 executorMemory=61g driverCores=17 pythonWorkerMemory=1g",
                    "spark.executor.memoryOverhead=70g spark.executor.instances=0"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            6 problems:
              - spark.executor.instances: '0' is no number of at least 1. Give a whole number from 1 \
            up
              - workload/pythonWorkerMemory: is given, and the job has no Python workers. Set \
            workload/language to python, or remove it
              - workload/executorCores: 16 is more than the 15 that the largest node offers. Give at \
            most 15
              - workload/executorMemory: 62464 MiB is not less than the 62464 MiB that the largest \
            node offers. Give less than 62464m, and leave room for the rest of the executor
              - spark.executor.memoryOverhead: 71680 MiB is not less than the 62464 MiB that the \
            largest node offers. Give less than 62464m, and leave room for the rest of the executor
              - workload/driverCores: 17 is more than the 15 that the largest node offers. Give at \
            most 15""");
  }

  private static Plan plan(
      String base, @Nullable String cluster, @Nullable String workload, @Nullable String conf) {
    Problems problems = new Problems();
    Map<String, String> machines = pairs(BASES.get(base));
    machines.putAll(pairs(cluster));
    machines.values().removeIf(String::isEmpty);
    DeclaredCluster declared =
        PomElement.fill(new ClusterParameter(), elements(machines)).toModel(problems);
    Workload known =
        PomElement.fill(new WorkloadParameter(), elements(pairs(workload)))
            .toModel(Language.JVM, problems);
    problems.throwIfAny();
    return Planning.plan(
        new PlanRequest(
            new SparkVersion("3.5.5", "2.12"),
            17,
            "prod",
            new Job(
                Optional.empty(), Optional.of("com.acme.Clustering"), Optional.empty(), List.of()),
            declared,
            known,
            LayeredConf.empty().with(Layer.JOB, pairs(conf), "job/conf"),
            Optional.empty(),
            ClusterExample.MACHINE,
            Path.of("/build/plans/prod"),
            List.of()));
  }

  private static Map<String, String> pairs(@Nullable String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text == null ? new String[0] : text.split(" ", -1)) {
      if (!pair.isEmpty()) {
        pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    return pairs;
  }

  private static String elements(Map<String, String> values) {
    StringBuilder xml = new StringBuilder();
    Map<String, Map<String, String>> parts = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          int slash = name.indexOf('/');
          if (slash < 0) {
            xml.append(element(name, value));
          } else {
            parts
                .computeIfAbsent(name.substring(0, slash), part -> new LinkedHashMap<>())
                .put(name.substring(slash + 1), value);
          }
        });
    parts.forEach((name, inside) -> xml.append(element(name, elements(inside))));
    return xml.toString();
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
