/* SPDX-License-Identifier: Apache-2.0 */
/** The test goal: runs job tests in a forked local-mode JVM. */
@NullMarked
package io.github.sparkmaven.jobtest;

import org.jspecify.annotations.NullMarked;
