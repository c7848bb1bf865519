/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

/**
 * A finding with what the project makes of it.
 *
 * @param severity how grave it is here
 * @param suppressed whether the project accepts it
 */
public record Judged(Finding finding, Severity severity, boolean suppressed) {}
