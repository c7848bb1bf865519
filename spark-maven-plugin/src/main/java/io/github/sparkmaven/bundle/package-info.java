/* SPDX-License-Identifier: Apache-2.0 */
/** The exported script's program: submits a bundle's job with the goal's verdict, without Maven. */
@NullMarked
package io.github.sparkmaven.bundle;

import org.jspecify.annotations.NullMarked;
