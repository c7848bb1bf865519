/* SPDX-License-Identifier: Apache-2.0 */
/** Findings in Python sources. */
@NullMarked
package io.github.sparkmaven.check.python;

import org.jspecify.annotations.NullMarked;
