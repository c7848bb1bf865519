/* SPDX-License-Identifier: Apache-2.0 */
/** Spark settings as values: key, value, layer, reason; and their precedence. */
@NullMarked
package io.github.sparkmaven.conf;

import org.jspecify.annotations.NullMarked;
