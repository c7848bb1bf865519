/* SPDX-License-Identifier: Apache-2.0 */
/** Which keys a Spark version knows, and what is said of a key or value that it does not. */
@NullMarked
package io.github.sparkmaven.conf.registry;

import org.jspecify.annotations.NullMarked;
