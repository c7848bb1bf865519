/* SPDX-License-Identifier: Apache-2.0 */
/** The goal {@code explain}: which value of a key Spark will read, from where, and why. */
@NullMarked
package io.github.sparkmaven.explain;

import org.jspecify.annotations.NullMarked;
