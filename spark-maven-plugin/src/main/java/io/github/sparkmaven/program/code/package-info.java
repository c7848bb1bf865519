/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Bytecode read as facts: which methods call what, with which values, and where these come from.
 *
 * <p>Values are followed within a method by ASM's data-flow analysis, and between methods by {@link
 * io.github.sparkmaven.program.code.Texts}. Nothing is guessed: what cannot be told is {@link
 * io.github.sparkmaven.program.code.Value.Unknown}.
 */
@NullMarked
package io.github.sparkmaven.program.code;

import org.jspecify.annotations.NullMarked;
