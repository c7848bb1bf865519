/* SPDX-License-Identifier: Apache-2.0 */
/** The export goal: packs a job with all that submits it where there is no Maven. */
@NullMarked
package io.github.sparkmaven.export;

import org.jspecify.annotations.NullMarked;
