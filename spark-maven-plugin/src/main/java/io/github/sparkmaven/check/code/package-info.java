/* SPDX-License-Identifier: Apache-2.0 */
/** Advice on code, the same for bytecode and for Python sources. */
@NullMarked
package io.github.sparkmaven.check.code;

import org.jspecify.annotations.NullMarked;
