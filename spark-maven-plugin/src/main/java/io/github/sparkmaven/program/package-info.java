/* SPDX-License-Identifier: Apache-2.0 */
/** What the packaged code says, read from its bytecode. */
@NullMarked
package io.github.sparkmaven.program;

import org.jspecify.annotations.NullMarked;
