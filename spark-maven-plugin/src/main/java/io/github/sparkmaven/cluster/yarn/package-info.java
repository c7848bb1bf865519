/* SPDX-License-Identifier: Apache-2.0 */
/** YARN, asked by RPC through the home's own client classes. */
@NullMarked
package io.github.sparkmaven.cluster.yarn;

import org.jspecify.annotations.NullMarked;
