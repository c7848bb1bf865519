/* SPDX-License-Identifier: Apache-2.0 */
/** Runs a job from the classes of a build, as spark-submit runs one from its jar. */
@NullMarked
package io.github.sparkmaven.runner.run;

import org.jspecify.annotations.NullMarked;
