/* SPDX-License-Identifier: Apache-2.0 */
/** Clients of a live cluster manager: what an application came to, its end, the search by tag. */
@NullMarked
package io.github.sparkmaven.cluster;

import org.jspecify.annotations.NullMarked;
