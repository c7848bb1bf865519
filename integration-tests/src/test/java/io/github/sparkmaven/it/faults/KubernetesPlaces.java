/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A double of the Kubernetes API and of a kubelet, one for each Spark version. */
final class KubernetesPlaces implements Places {
  private static final List<String> NOT_ENDED = List.of("Pending", "Running");
  private static final String SCRIPT =
      "-Dspark.kubernetes.driver.annotation.kubelet-double/script=";

  private static final String PODS = "/api/v1/namespaces/default/pods";
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /**
   * What the double's kubelet does to the driver's pod where the job itself cannot bring it about.
   */
  private static final Map<String, String> SCRIPTS =
      Map.of(
          "cannot be scheduled", "unschedulable",
          "image not there", "waiting:ImagePullBackOff",
          "container out of memory", "running:1000,exit:137:OOMKilled",
          "pod evicted", "running:1000,evicted",
          "pod deleted", "running:3000,deleted");

  // Long enough for a pod to be there on a machine that has much to do.
  private static final List<String> ENDLESS =
      List.of("cannot be scheduled", "image not there", "hangs past the timeout");

  private final Path work;
  private final Map<String, ClusterProcess> clusters = new HashMap<>();

  KubernetesPlaces(Path work) {
    this.work = work;
  }

  @Override
  public Place of(Fault fault, FaultJob job) throws IOException, InterruptedException {
    ClusterProcess api = clusters.get(fault.spark());
    if (api == null) {
      api = start(job.home(fault.place(), LOOPBACK));
      clusters.put(fault.spark(), api);
    }
    URI url = URI.create(api.said());
    sweep(url);
    return new Place(arguments(fault, job, url), LOOPBACK, () -> alive(url), () -> {});
  }

  private static List<String> arguments(Fault fault, FaultJob job, URI url) {
    List<String> arguments = new ArrayList<>(List.of("-Dspark.master=k8s://" + url));
    // Each is a JVM of this machine, where one does, and where what starts soon is worth more than
    // what runs fast.
    arguments.add("-Dspark.executor.instances=1");
    arguments.add("-Dspark.default.parallelism=2");
    List.of("driver", "executor")
        .forEach(role -> arguments.add("-Dspark." + role + ".extraJavaOptions=" + QUICK));
    if (fault.place().equals("kubernetes-cluster") && !fault.name().equals("jar missing")) {
      // The file system of this machine stands in for the image's.
      arguments.add(
          "-Dspark.maven.submit.applicationResource=local://"
              + job.folder().resolve("target/faults-1.0-SNAPSHOT.jar"));
    }
    if (SCRIPTS.containsKey(fault.name())) {
      arguments.add(SCRIPT + SCRIPTS.get(fault.name()));
    }
    if (ENDLESS.contains(fault.name())) {
      arguments.add("-Dspark.maven.submit.timeout=60s");
    }
    return arguments;
  }

  /** What a row that failed has left must not stand in the way of the next one. */
  private static void sweep(URI url) throws IOException, InterruptedException {
    HttpRequest all =
        HttpRequest.newBuilder(url.resolve(PODS))
            .method("DELETE", HttpRequest.BodyPublishers.ofString("{\"gracePeriodSeconds\": 0}"))
            .build();
    HttpClient.newHttpClient().send(all, HttpResponse.BodyHandlers.discarding());
    while (!alive(url).isEmpty()) {
      Thread.sleep(100);
    }
  }

  /** Pods that the double still runs, or would. */
  private static List<String> alive(URI url) throws IOException {
    List<String> alive = new ArrayList<>();
    for (JsonNode pod : new ObjectMapper().readTree(url.resolve(PODS).toURL()).path("items")) {
      String phase = pod.at("/status/phase").asText();
      if (NOT_ENDED.contains(phase)) {
        alive.add("pod " + pod.at("/metadata/name").asText() + ", " + phase);
      }
    }
    return alive;
  }

  private ClusterProcess start(Path home) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(work), "kubernetes");
    return ClusterProcess.start(
        "kubernetes",
        List.of(),
        "io.github.sparkmaven.kubernetes.KubernetesApiDouble",
        List.of(home.toString(), folder.resolve("pods").toString()),
        folder.resolve("api.log"));
  }

  @Override
  public void close() {
    clusters.values().forEach(ClusterProcess::close);
  }
}
