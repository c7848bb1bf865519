/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

/**
 * One place where a rule found what it looks for.
 *
 * @param rule the rule
 * @param place where
 * @param what what stands there and why it is a fault, without a full stop at its end
 * @param fix the better form, or the line that mends it
 */
public record Finding(Rule rule, Place place, String what, String fix) {}
