/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.OptionalInt;

/**
 * Two numbers compared, on which a jump depends.
 *
 * @param left the first
 * @param right the second; 0 where the JVM compares with nothing
 * @param jump what is asked of them; compilers turn a condition round as they like
 * @param line the line in the source
 */
public record Comparison(Value left, Value right, Jump jump, OptionalInt line) {

  /** What is asked of two numbers, or its contrary. */
  public enum Jump {
    /** {@code ==} or {@code !=}. */
    EQUAL_OR_NOT,
    /** {@code <} or {@code >=}. */
    LESS_OR_NOT,
    /** {@code >} or {@code <=}. */
    GREATER_OR_NOT,
    /** Their order becomes a number. */
    NONE
  }
}
