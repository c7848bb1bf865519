/* SPDX-License-Identifier: Apache-2.0 */
/** The run goal: the job of a module, now, in local mode, from the classes of the build. */
@NullMarked
package io.github.sparkmaven.run;

import org.jspecify.annotations.NullMarked;
