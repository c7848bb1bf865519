/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A Spark home: found on the machine, or assembled from resolved artifacts; and which JDK it runs
 * on.
 */
@NullMarked
package io.github.sparkmaven.home;

import org.jspecify.annotations.NullMarked;
