/* SPDX-License-Identifier: Apache-2.0 */
/** JSON: texts written and read with Jackson's streams alone. */
@NullMarked
package io.github.sparkmaven.json;

import org.jspecify.annotations.NullMarked;
