/* SPDX-License-Identifier: Apache-2.0 */
/** Spark's own master, asked over HTTP. */
@NullMarked
package io.github.sparkmaven.cluster.standalone;

import org.jspecify.annotations.NullMarked;
