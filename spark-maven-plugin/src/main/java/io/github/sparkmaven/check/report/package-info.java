/* SPDX-License-Identifier: Apache-2.0 */
/** The reports of {@code spark:check}: SARIF for machines, a page for people. */
@NullMarked
package io.github.sparkmaven.check.report;

import org.jspecify.annotations.NullMarked;
