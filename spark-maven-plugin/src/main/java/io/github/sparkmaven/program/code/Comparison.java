/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.OptionalInt;

/**
 * Two numbers compared, on which a jump depends.
 *
 * @param left the first
 * @param right the second; 0 where the JVM compares with nothing
 * @param line the line in the source
 */
public record Comparison(Value left, Value right, OptionalInt line) {}
