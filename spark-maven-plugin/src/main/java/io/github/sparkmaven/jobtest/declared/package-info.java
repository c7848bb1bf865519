/* SPDX-License-Identifier: Apache-2.0 */
/** Declared cases: job tests without code, read from {@code src/test/spark/<case>/job-test.yml}. */
@NullMarked
package io.github.sparkmaven.jobtest.declared;

import org.jspecify.annotations.NullMarked;
