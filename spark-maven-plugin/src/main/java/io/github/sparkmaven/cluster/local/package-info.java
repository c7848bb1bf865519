/* SPDX-License-Identifier: Apache-2.0 */
/** Local mode: the driver is a process of this machine. */
@NullMarked
package io.github.sparkmaven.cluster.local;

import org.jspecify.annotations.NullMarked;
