/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.hardware.ClusterExample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class PlanJsonTest {
  private static final List<String> LAYOUT =
      List.of(
          "executorsPerNode",
          "requestedExecutors",
          "grantedExecutors",
          "executorCores",
          "heapMiB",
          "overheadMiB",
          "offHeapMiB",
          "pythonMiB",
          "containerMiB",
          "driver",
          "coresPlaced",
          "coresOffered",
          "memoryPlacedMiB",
          "memoryOfferedMiB");

  @Test
  void holdsTheContractsFieldsInOrder() throws JsonProcessingException {
    JsonNode json = json(PlanExample.ofTheTalk());

    assertThat(names(json))
        .containsExactly(
            "spark",
            "environment",
            "job",
            "cluster",
            "workload",
            "layout",
            "alternatives",
            "settings",
            "warnings");
    assertThat(names(json.get("spark"))).containsExactly("version", "scalaVersion");
    assertThat(names(json.get("layout"))).isEqualTo(LAYOUT);
    List<String> alternative = new ArrayList<>(LAYOUT);
    alternative.add("reason");
    assertThat(json.get("alternatives"))
        .hasSize(3)
        .allSatisfy(other -> assertThat(names(other)).isEqualTo(alternative));
    assertThat(json.get("settings"))
        .isNotEmpty()
        .allSatisfy(
            setting ->
                assertThat(names(setting))
                    .containsExactly("key", "value", "layer", "reason", "source"));
  }

  @Test
  void tellsTheTalksFirstExample() throws JsonProcessingException {
    JsonNode json = json(PlanExample.ofTheTalk());

    assertThat(json.get("spark")).isEqualTo(parse("{'version': '3.5.5', 'scalaVersion': '2.12'}"));
    assertThat(json.get("environment").asText()).isEqualTo("prod");
    assertThat(json.get("job")).isEqualTo(parse("{'mainClass': 'com.acme.Clustering'}"));
    assertThat(json.get("cluster"))
        .isEqualTo(
            parse(
                """
                {'manager': 'yarn', 'deployMode': 'client', 'nodes': 6, 'coresOfferedPerNode': 15,
                 'memoryOfferedPerNodeMiB': 62464, 'offer': 'a node offers 15 cores and 62464 MiB',
                 'yarn': {'resourceCalculator': 'default', 'minimumAllocationMiB': 1024,
                  'incrementAllocationMiB': 1024, 'maximumAllocationMiB': 62464,
                  'maximumVcores': 15}}
                """));
    assertThat(json.get("workload"))
        .isEqualTo(
            parse(
                """
                {'language': 'python', 'executorsPerNode': 4, 'executorCores': 6,
                 'memoryOverheadFactor': 0.08, 'pythonWorkerMiB': 512,
                 'pythonMemoryEnforced': false}
                """));
    assertThat(json.get("layout"))
        .isEqualTo(
            parse(
                """
                {'executorsPerNode': 4, 'requestedExecutors': 24, 'grantedExecutors': 18,
                 'executorCores': 6, 'heapMiB': 11600, 'overheadMiB': 928, 'offHeapMiB': 0,
                 'pythonMiB': 3072, 'containerMiB': 16384,
                 'driver': {'deployMode': 'client', 'cores': 1, 'heapMiB': 1024,
                  'overheadMiB': 384, 'clusterMiB': 1024, 'clusterCores': 1},
                 'coresPlaced': 108, 'coresOffered': 90, 'memoryPlacedMiB': 294912,
                 'memoryOfferedMiB': 374784}
                """));
    assertThat(json.get("warnings")).hasSize(6);
  }

  @Test
  void showsTheWinningLayerOfEachKeyInTheOrderOfKeys() throws JsonProcessingException {
    JsonNode settings =
        json(PlanExample.on(ClusterExample.ofTheTalk())
                .with(Layer.SITE, "spark.executor.memory", "1g")
                .with(Layer.SITE, "spark.eventLog.enabled", "true")
                .with(Layer.PLUGIN, "spark.executor.cores", "2")
                .with(Layer.ENVIRONMENT, "spark.executor.cores", "3")
                .with(Layer.JOB, "spark.executor.cores", "4"))
            .get("settings");

    assertThat(settings)
        .extracting(setting -> setting.get("key").asText() + " " + setting.get("layer").asText())
        .containsExactly(
            "spark.eventLog.enabled site",
            "spark.executor.cores environment",
            "spark.executor.instances plan",
            "spark.executor.memory plan",
            "spark.master plan");
  }

  @Test
  void redactsSecretsAndLeavesArgumentsOut() throws JsonProcessingException {
    String text =
        PlanJson.text(
            PlanExample.ofTheTalk()
                .with(Layer.JOB, "spark.hadoop.fs.s3a.secret.key", "hunter2")
                .plan());

    assertThat(text).doesNotContain("hunter2");
    assertThat(new ObjectMapper().readTree(text).get("settings"))
        .filteredOn(setting -> setting.get("key").asText().endsWith("secret.key"))
        .singleElement()
        .satisfies(
            setting -> assertThat(setting.get("value").asText()).isEqualTo("*********(redacted)"));
  }

  @Test
  void writesTheSameBytesTwice() {
    String text = PlanJson.text(PlanExample.ofTheTalk().plan());

    assertThat(PlanJson.text(PlanExample.ofTheTalk().plan())).isEqualTo(text);
    assertThat(text).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void leavesYarnOutOfOtherManagersPlans() throws JsonProcessingException {
    JsonNode cluster =
        json(PlanExample.on(
                ClusterExample.of("standalone", 2, 8, "32g").with("master", "spark://m:7077")))
            .get("cluster");

    assertThat(names(cluster))
        .containsExactly(
            "manager",
            "deployMode",
            "nodes",
            "coresOfferedPerNode",
            "memoryOfferedPerNodeMiB",
            "offer",
            "master");
    assertThat(cluster.get("master").asText()).isEqualTo("spark://m:7077");
  }

  private static JsonNode json(PlanExample example) throws JsonProcessingException {
    return new ObjectMapper().readTree(PlanJson.text(example.plan()));
  }

  private static JsonNode parse(String text) throws JsonProcessingException {
    // By way of text, so that numbers get the types that reading the plan gives them.
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static List<String> names(JsonNode node) {
    Iterable<String> names = node::fieldNames;
    return StreamSupport.stream(names.spliterator(), false).toList();
  }
}
