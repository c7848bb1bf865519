/* SPDX-License-Identifier: Apache-2.0 */
/** The fault matrix: every way in which a job may end, on every manager, through whole builds. */
@NullMarked
package io.github.sparkmaven.it.faults;

import org.jspecify.annotations.NullMarked;
