/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the tests of a Spark job use: JUnit 5 extensions and assertions.
 *
 * <p>Nothing here knows of the Maven plugin: the same tests run under surefire, in an IDE and in
 * {@code spark:test}.
 */
@NullMarked
package io.github.sparkmaven.testing;

import org.jspecify.annotations.NullMarked;
