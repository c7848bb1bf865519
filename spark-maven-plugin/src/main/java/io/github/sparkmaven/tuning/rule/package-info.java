/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The settings beside the executor layout, as pure rules: each emits a line only where it differs
 * from Spark's default for the version and can be defended for the hardware and the workload.
 */
@NullMarked
package io.github.sparkmaven.tuning.rule;

import org.jspecify.annotations.NullMarked;
