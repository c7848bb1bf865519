/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From hardware and workload to layouts and settings: pure functions and the placement model of
 * each scheduler.
 */
@NullMarked
package io.github.sparkmaven.tuning;

import org.jspecify.annotations.NullMarked;
