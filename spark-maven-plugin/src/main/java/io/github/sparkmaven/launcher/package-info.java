/* SPDX-License-Identifier: Apache-2.0 */
/** The only package that sees spark-launcher; implements the submit goal's port. */
@NullMarked
package io.github.sparkmaven.launcher;

import org.jspecify.annotations.NullMarked;
