/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.Machine;
import io.github.sparkmaven.tuning.Workload;

/**
 * All that a plan is made from.
 *
 * @param spark the project's Spark
 * @param environment the chosen environment's name
 * @param job what is to run
 * @param cluster the declared cluster
 * @param workload the declared workload and its pins
 * @param conf every layer but the plan's own
 * @param machine this computer
 */
public record PlanRequest(
    SparkVersion spark,
    String environment,
    Job job,
    DeclaredCluster cluster,
    Workload workload,
    LayeredConf conf,
    Machine machine) {}
