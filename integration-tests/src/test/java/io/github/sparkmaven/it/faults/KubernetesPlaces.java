/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A double of the Kubernetes API and of a kubelet, one for each Spark version. */
final class KubernetesPlaces implements Places {
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
    return new Place(List.of("-Dspark.master=k8s://" + api.said()), LOOPBACK, List::of, () -> {});
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
