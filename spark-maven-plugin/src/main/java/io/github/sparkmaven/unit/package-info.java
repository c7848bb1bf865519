/* SPDX-License-Identifier: Apache-2.0 */
/** Sizes and durations as Spark writes them. */
@NullMarked
package io.github.sparkmaven.unit;

import org.jspecify.annotations.NullMarked;
