/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyCheck;
import io.github.sparkmaven.conf.registry.KeyRegistry;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.tuning.WorkloadExample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request for a plan in tests.
 *
 * @param cluster the declared cluster
 * @param workload the declared workload
 * @param conf the user's and the site's settings
 * @param folder where its files are to stand
 */
public record PlanExample(
    ClusterExample cluster, WorkloadExample workload, LayeredConf conf, Path folder) {
  // Knows the beginning of every key, and so lets each pass.
  private static final KeyCheck ANY_KEY =
      new KeyCheck(new KeyRegistry(Map.of(), Set.of("spark."), Map.of()), Set.of());
  private static final Path ANYWHERE = Path.of("/build/target/spark/plans/prod");

  /** Returns the talk's cluster and first workload. */
  public static PlanExample ofTheTalk() {
    return new PlanExample(
        ClusterExample.ofTheTalk(),
        WorkloadExample.ofTheTalk(6, "512m"),
        LayeredConf.empty(),
        ANYWHERE);
  }

  /** Returns a JVM job on a cluster. */
  public static PlanExample on(ClusterExample cluster) {
    return new PlanExample(cluster, WorkloadExample.jvm(), LayeredConf.empty(), ANYWHERE);
  }

  /** Returns this request with a Spark setting. */
  public PlanExample with(Layer layer, String key, String value) {
    return new PlanExample(
        cluster, workload, conf.with(layer, Map.of(key, value), "set in " + layer.label()), folder);
  }

  /** Returns this request with another folder for its files. */
  public PlanExample in(Path other) {
    return new PlanExample(cluster, workload, conf, other);
  }

  /** Returns the request. */
  public PlanRequest request() {
    return new PlanRequest(
        new SparkVersion("3.5.5", "2.12"),
        17,
        "prod",
        new Job(
            Optional.empty(),
            Optional.of("com.acme.Clustering"),
            Optional.empty(),
            List.of("--k", "hunter2")),
        cluster.declared(),
        workload.workload(),
        conf,
        Optional.of(ANY_KEY),
        ClusterExample.MACHINE,
        folder,
        List.of());
  }

  /** Returns the plan. */
  public Plan plan() {
    return Planning.plan(request());
  }
}
