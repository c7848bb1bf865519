/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import io.github.sparkmaven.tuning.Tuning;
import io.github.sparkmaven.tuning.Workload;

/**
 * A plan: what Spark will be told, and why.
 *
 * @param spark the project's Spark
 * @param environment the environment's name
 * @param job what is to run
 * @param cluster the cluster, complete
 * @param workload the workload with the pins of every layer
 * @param tuning the planner's decisions
 * @param conf every layer, the plan's included
 * @param pods the pod templates that Kubernetes needs
 */
public record Plan(
    SparkVersion spark,
    String environment,
    Job job,
    Cluster cluster,
    Workload workload,
    Tuning tuning,
    LayeredConf conf,
    PodTemplates pods) {}
