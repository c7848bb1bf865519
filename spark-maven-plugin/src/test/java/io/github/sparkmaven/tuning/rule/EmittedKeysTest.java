/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.registry.KeyCheck;
import io.github.sparkmaven.conf.registry.KeyFindings;
import io.github.sparkmaven.conf.registry.SparkJars;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Planner;
import io.github.sparkmaven.tuning.WorkloadExample;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan sets, against the keys of the Sparks that read it. */
class EmittedKeysTest {

  @ParameterizedTest
  @ValueSource(strings = {"3.5.5", "4.1.0"})
  void areKnownToSparkWithTheirValues(String version) throws IOException {
    List<Setting> all = new ArrayList<>(ofRules(version).values());
    all.addAll(ofSizing());
    all.add(new Setting(PodTemplates.DRIVER_KEY, "file:///d.yaml", Layer.PLAN, "", ""));
    all.add(new Setting(PodTemplates.EXECUTOR_KEY, "file:///e.yaml", Layer.PLAN, "", ""));
    Problems problems = new Problems();

    KeyFindings findings =
        new KeyCheck(SparkJars.registry(version), Set.of()).check(all, Setting::key, problems);

    assertThat(problems.all()).isEmpty();
    assertThat(findings.unverified()).isEmpty();
    assertThat(findings.warnings()).isEmpty();
  }

  /** Else the check above would not see all that there is; some keys are an older Spark's. */
  @Test
  void coverTheWholePage() {
    Set<String> emitted =
        Stream.of("3.3.4", "3.5.5", "4.1.0")
            .flatMap(version -> ofRules(version).values().stream())
            .map(setting -> SettingsPage.written(setting.key()))
            .collect(Collectors.toSet());

    assertThat(emitted).isEqualTo(SettingsPage.keys());
  }

  /** Returns a setting of each key and value that the rules make of many facts. */
  private static Map<String, Setting> ofRules(String version) {
    Map<String, Setting> found = new TreeMap<>();
    for (Manager manager : Manager.values()) {
      for (Language language : Language.values()) {
        for (WorkloadKind kind : WorkloadKind.values()) {
          variants(FactsExample.of(manager, language, kind).spark(version))
              .forEach(
                  facts ->
                      TuningRules.settings(facts.facts())
                          .forEach(
                              setting ->
                                  found.put(setting.key() + " " + setting.value(), setting)));
        }
      }
    }
    return found;
  }

  private static List<FactsExample> variants(FactsExample base) {
    List<FactsExample> variants = new ArrayList<>();
    for (FactsExample one :
        List.of(base, base.java(8), base.spot(), base.localDirs("/data1", "/data2"))) {
      for (FactsExample other :
          List.of(one, one.elastic(true), one.elastic(false), one.gpus(2, 3))) {
        variants.add(other);
        variants.add(other.input("64m"));
        variants.add(other.input("20t"));
        variants.add(other.driverHeap(40_000));
        variants.add(other.executors(400, 5, 31_000));
        variants.add(other.executors(1, 1, 600).machines(1, 64));
      }
    }
    return variants;
  }

  /** Returns what the planner sets where everything is declared. */
  private static List<Setting> ofSizing() {
    WorkloadExample python =
        WorkloadExample.python()
            .with("pythonWorkerMemory", "300m")
            .with("offHeapMemory", "1g")
            .with("driverCores", "2");
    WorkloadExample enforced = python.with("pythonMemoryEnforced", "true");
    List<Setting> all = new ArrayList<>();
    for (ClusterExample cluster :
        List.of(
            ClusterExample.ofTheTalk().with("yarn/queue", "root.etl"),
            ClusterExample.of("standalone", 2, 8, "32g").with("master", "spark://m:7077"),
            ClusterExample.of("kubernetes", 6, 16, "64g")
                .with("master", "k8s://https://h:6443")
                .with("kubernetes/namespace", "etl")
                .with("kubernetes/image", "acme/spark:1")
                .with("kubernetes/serviceAccount", "spark")
                .with("kubernetes/uploadPath", "s3a://acme/upload"),
            ClusterExample.nothing())) {
      for (WorkloadExample workload : List.of(python, enforced)) {
        all.addAll(new Planner(cluster.complete(), workload.workload()).plan().settings());
        if (!cluster.values().isEmpty()) {
          all.addAll(
              new Planner(cluster.with("deployMode", "cluster").complete(), workload.workload())
                  .plan()
                  .settings());
        }
      }
    }
    return all;
  }
}
