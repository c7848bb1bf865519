/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.NodeGroup;

/**
 * What one node of a group holds.
 *
 * @param group the group
 * @param executorsPerNode how many executors find a place on one of its nodes
 */
public record GroupPlaces(NodeGroup group, int executorsPerNode) {}
