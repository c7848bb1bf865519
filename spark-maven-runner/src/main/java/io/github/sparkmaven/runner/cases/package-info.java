/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Runs the declared cases of a module, many in one JVM, as spark-submit would run each, and judges
 * what they wrote.
 */
@NullMarked
package io.github.sparkmaven.runner.cases;

import org.jspecify.annotations.NullMarked;
