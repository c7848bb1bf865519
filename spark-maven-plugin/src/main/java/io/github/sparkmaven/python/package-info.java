/* SPDX-License-Identifier: Apache-2.0 */
/** The Python of a project: its layout, its interpreter and environment, and what goes along. */
@NullMarked
package io.github.sparkmaven.python;

import org.jspecify.annotations.NullMarked;
