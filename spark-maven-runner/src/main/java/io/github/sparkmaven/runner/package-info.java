/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What runs inside the JVMs that the plugin forks for job tests.
 *
 * <p>The code shares its class path with the user's tests, so it depends on nothing but the JDK and
 * the JUnit Platform that the user has chosen.
 */
@NullMarked
package io.github.sparkmaven.runner;

import org.jspecify.annotations.NullMarked;
