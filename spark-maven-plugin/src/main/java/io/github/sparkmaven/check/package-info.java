/* SPDX-License-Identifier: Apache-2.0 */
/** The goal {@code check}: judges the packaged job and the code before a cluster does. */
@NullMarked
package io.github.sparkmaven.check;

import org.jspecify.annotations.NullMarked;
