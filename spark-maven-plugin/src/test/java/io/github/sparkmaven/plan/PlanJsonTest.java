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
          "leastExecutors",
          "executorCores",
          "heapMiB",
          "overheadMiB",
          "offHeapMiB",
          "pythonMiB",
          "gpus",
          "containerMiB",
          "nodeGroups",
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
                {'manager': 'yarn', 'deployMode': 'client', 'nodes': 6, 'coresOffered': 90,
                 'memoryOfferedMiB': 374784,
                 'nodeGroups': [{'name': 'nodes', 'leastNodes': 6, 'nodes': 6,
                  'machineCores': 16, 'coresOfferedPerNode': 15,
                  'memoryOfferedPerNodeMiB': 62464, 'gpusPerNode': 0,
                  'spot': false, 'offer': 'a node offers 15 cores and 62464 MiB'}],
                 'yarn': {'scheduler': 'capacity', 'resourceCalculator': 'default',
                  'minimumAllocationMiB': 1024, 'incrementAllocationMiB': 1024,
                  'maximumAllocationMiB': 62464, 'minimumVcores': 1, 'maximumVcores': 15,
                  'queueShare': 1, 'maximumAmShare': 0.1}}
                """));
    assertThat(json.get("workload"))
        .isEqualTo(
            parse(
                """
                {'language': 'python', 'kind': 'batch', 'executorsPerNode': 4, 'executorCores': 6,
                 'memoryOverheadFactor': 0.08, 'pythonWorkerMiB': 512,
                 'pythonMemoryEnforced': false}
                """));
    assertThat(json.get("layout"))
        .isEqualTo(
            parse(
                """
                {'executorsPerNode': 4, 'requestedExecutors': 24, 'grantedExecutors': 18,
                 'leastExecutors': 18, 'executorCores': 6, 'heapMiB': 11600, 'overheadMiB': 928, 'offHeapMiB': 0,
                 'pythonMiB': 3072, 'gpus': 0, 'containerMiB': 16384,
                 'nodeGroups': [{'name': 'nodes', 'executorsPerNode': 4}],
                 'driver': {'deployMode': 'client', 'cores': 1, 'heapMiB': 2048,
                  'overheadMiB': 384, 'clusterMiB': 1024, 'clusterCores': 1},
                 'coresPlaced': 108, 'coresOffered': 90, 'memoryPlacedMiB': 294912,
                 'memoryOfferedMiB': 374784}
                """));
    assertThat(json.get("warnings")).hasSize(6);
  }

  @Test
  void tellsOfGroupsDisksAndTheQueue() throws JsonProcessingException {
    JsonNode json =
        json(
            PlanExample.on(
                ClusterExample.ofManager("yarn")
                    .withGroup("big", "2..4", 32, "128g")
                    .withGroup("small", "3", 8, "32g")
                    .with("nodeGroups/big/gpus", "2")
                    .with("nodeGroups/big/spot", "true")
                    .with("disks", "/data1,/data2")
                    .with("yarn/scheduler", "fair")
                    .with("yarn/queue", "root.etl")));

    assertThat(json.at("/cluster/disks").asInt()).isEqualTo(2);
    assertThat(json.at("/cluster/yarn/queue").asText()).isEqualTo("root.etl");
    assertThat(json.at("/cluster/yarn/scheduler").asText()).isEqualTo("fair");
    assertThat(json.at("/cluster/nodes").asInt()).isEqualTo(7);
    JsonNode big = json.at("/cluster/nodeGroups/0");
    assertThat(big.get("name").asText()).isEqualTo("big");
    assertThat(big.get("leastNodes").asInt()).isEqualTo(2);
    assertThat(big.get("nodes").asInt()).isEqualTo(4);
    assertThat(big.get("gpusPerNode").asInt()).isEqualTo(2);
    assertThat(big.get("spot").asBoolean()).isTrue();
    assertThat(json.at("/layout/nodeGroups"))
        .extracting(group -> group.get("name").asText())
        .containsExactly("big", "small");
    assertThat(json.at("/layout/leastExecutors").asInt())
        .isPositive()
        .isLessThan(json.at("/layout/grantedExecutors").asInt());
  }

  @Test
  void tellsOfEveryPin() throws JsonProcessingException {
    PlanExample example =
        PlanExample.on(ClusterExample.ofTheTalk().with("yarn/resourceCalculator", "dominant"))
            .with(Layer.JOB, "spark.executor.instances", "3")
            .with(Layer.JOB, "spark.executor.cores", "2")
            .with(Layer.JOB, "spark.executor.memory", "4g")
            .with(Layer.JOB, "spark.executor.memoryOverhead", "1g")
            .with(Layer.JOB, "spark.driver.memory", "3g")
            .with(Layer.JOB, "spark.driver.cores", "2")
            .with(Layer.JOB, "spark.driver.memoryOverhead", "512m")
            .with(Layer.JOB, "spark.driver.memoryOverheadFactor", "0.2")
            .with(Layer.JOB, "spark.yarn.am.memory", "1g")
            .with(Layer.JOB, "spark.yarn.am.cores", "2")
            .with(Layer.JOB, "spark.yarn.am.memoryOverhead", "400m")
            .with(Layer.JOB, "spark.dynamicAllocation.enabled", "false");

    assertThat(json(example).get("workload"))
        .isEqualTo(
            parse(
                """
                {'language': 'jvm', 'kind': 'batch', 'dynamicAllocation': false,
                 'executorInstances': 3, 'executorCores': 2, 'executorMemory': '4g',
                 'memoryOverhead': '1g', 'pythonWorkerMiB': 0, 'pythonMemoryEnforced': false,
                 'driverMemory': '3g', 'driverCores': 2, 'driverMemoryOverhead': '512m',
                 'driverMemoryOverheadFactor': 0.2, 'amMemory': '1g', 'amCores': 2,
                 'amMemoryOverhead': '400m'}
                """));
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
            "spark.driver.defaultJavaOptions plan",
            "spark.driver.memory plan",
            "spark.eventLog.enabled site",
            "spark.executor.cores environment",
            "spark.executor.defaultJavaOptions plan",
            "spark.executor.instances plan",
            "spark.executor.memory plan",
            "spark.master plan",
            "spark.sql.shuffle.partitions plan");
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
            "coresOffered",
            "memoryOfferedMiB",
            "nodeGroups",
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
