/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyCheck;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.Machine;
import io.github.sparkmaven.tuning.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that a plan is made from.
 *
 * @param spark the project's Spark
 * @param javaVersion feature release of the JDK that it runs on
 * @param environment the chosen environment's name
 * @param job what is to run
 * @param cluster the declared cluster
 * @param workload the declared workload and its pins
 * @param conf every layer but the plan's own
 * @param keys holds keys against those that this Spark knows, where they can be had
 * @param machine this computer
 * @param folder where the plan's files are to stand; absolute
 * @param notes what was noticed while the request was put together
 */
public record PlanRequest(
    SparkVersion spark,
    int javaVersion,
    String environment,
    Job job,
    DeclaredCluster cluster,
    Workload workload,
    LayeredConf conf,
    Optional<KeyCheck> keys,
    Machine machine,
    Path folder,
    List<String> notes) {

  /** Copies the notes. */
  public PlanRequest {
    notes = List.copyOf(notes);
  }
}
