/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.plan.kubernetes.KubernetesCase.DaemonSets;
import io.github.sparkmaven.plan.kubernetes.KubernetesCase.Group;
import io.github.sparkmaven.plan.kubernetes.PodFit.Nodes;
import io.github.sparkmaven.plan.kubernetes.PodFit.Pod;
import io.github.sparkmaven.tuning.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PodFitTest {
  private static final int CASES = Integer.getInteger("proof.kubernetes", 400);
  private static final Nodes NODE = new Nodes(1, 8000, 16_384, 1, false);

  @Test
  void fillsANodeToTheLastMillicoreAndMebibyte() {
    Pod half = new Pod(4000, 8192, 0);

    assertThat(new PodFit(List.of(NODE)).place(9, half)).isEqualTo(2);
    assertThat(new PodFit(List.of(NODE)).place(9, new Pod(4001, 8192, 0))).isEqualTo(1);
    assertThat(new PodFit(List.of(NODE)).place(9, new Pod(4000, 8193, 0))).isEqualTo(1);
    assertThat(new PodFit(List.of(NODE)).place(9, new Pod(1000, 1024, 1))).isEqualTo(1);
    assertThat(new PodFit(List.of(NODE, NODE)).placeIn(1, new Pod(8001, 1, 0))).isFalse();
  }

  @Test
  void requestsWhatSparkDoes() {
    Map<String, String> settings =
        Map.of(
            "spark.executor.cores", "4",
            "spark.executor.memory", "10g",
            "spark.executor.pyspark.memory", "2g",
            "spark.memory.offHeap.enabled", "true",
            "spark.memory.offHeap.size", "1073741824",
            "spark.driver.memory", "2g");

    assertThat(new SparkPods(settings, false, true).executor())
        .isEqualTo(new Pod(4000, 10_240 + 1024 + 1024, 0));
    assertThat(new SparkPods(settings, true, true).executor())
        .isEqualTo(new Pod(4000, 10_240 + 4096 + 1024 + 2048, 0));
    assertThat(new SparkPods(settings, true, false).executor())
        .isEqualTo(new Pod(4000, 10_240 + 1024 + 1024 + 2048, 0));
    assertThat(new SparkPods(settings, false, true).driver())
        .isEqualTo(new Pod(1000, 2048 + 384, 0));
    assertThat(new SparkPods(settings, true, true).driver())
        .isEqualTo(new Pod(1000, 2048 + 819, 0));
  }

  @Test
  void tellsSparkTheOverheadThatItWouldRaiseToFortyPercent() {
    KubernetesCase question =
        new KubernetesCase(
            List.of(new Group(2, 2, 16, 65_536, 0, false)),
            new DaemonSets(250, 512),
            true,
            Language.PYTHON,
            Map.of("spark.executor.pyspark.memory", "2g"));

    PodProof proof = PodProof.of(question);

    assertThat(proof.plan().conf().find("spark.executor.memoryOverhead").map(Setting::value))
        .contains(proof.plan().tuning().layout().size().overheadMib() + "m");
    proof.everyPodFits();
  }

  @Test
  void placesEveryPodOfEveryPlan() throws IOException {
    List<PodProof> all = KubernetesCases.random(CASES).map(PodProof::of).toList();
    Path folder = Files.createDirectories(Path.of("target", "proof"));
    Files.write(
        folder.resolve("kubernetes.jsonl"),
        IntStream.range(0, all.size()).mapToObj(i -> all.get(i).json(i)).toList());
    System.out.println(PodProof.summary(all));

    assertThat(all).allSatisfy(PodProof::everyPodFits);
  }
}
