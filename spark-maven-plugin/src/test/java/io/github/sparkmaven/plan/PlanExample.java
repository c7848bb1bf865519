/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.tuning.WorkloadExample;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a plan in tests.
 *
 * @param cluster the declared cluster
 * @param workload the declared workload
 * @param conf the user's and the site's settings
 */
public record PlanExample(ClusterExample cluster, WorkloadExample workload, LayeredConf conf) {

  /** Returns the talk's cluster and first workload. */
  public static PlanExample ofTheTalk() {
    return new PlanExample(
        ClusterExample.ofTheTalk(), WorkloadExample.ofTheTalk(6, "512m"), LayeredConf.empty());
  }

  /** Returns a JVM job on a cluster. */
  public static PlanExample on(ClusterExample cluster) {
    return new PlanExample(cluster, WorkloadExample.jvm(), LayeredConf.empty());
  }

  /** Returns this request with a Spark setting. */
  public PlanExample with(Layer layer, String key, String value) {
    return new PlanExample(
        cluster, workload, conf.with(layer, Map.of(key, value), "set in " + layer.label()));
  }

  /** Returns the request. */
  public PlanRequest request() {
    return new PlanRequest(
        new SparkVersion("3.5.5", "2.12"),
        "prod",
        new Job(Optional.of("com.acme.Clustering"), Optional.empty(), List.of("--k", "hunter2")),
        cluster.declared(),
        workload.workload(),
        conf,
        ClusterExample.MACHINE);
  }

  /** Returns the plan. */
  public Plan plan() {
    return Planning.plan(request());
  }
}
