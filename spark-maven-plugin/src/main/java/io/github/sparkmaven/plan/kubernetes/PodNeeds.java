/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

/**
 * What decides whether pods need a template.
 *
 * @param spotNodes whether some nodes can be taken away at any time
 * @param steadyNodes whether some nodes cannot
 * @param gpus whether executors use GPUs
 * @param driverIsPod whether the driver runs in the cluster (deploy mode cluster)
 */
public record PodNeeds(boolean spotNodes, boolean steadyNodes, boolean gpus, boolean driverIsPod) {}
