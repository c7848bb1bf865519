/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.Set;

/** Methods of libraries that return, as a text, what they are given. */
final class SameText {
  private static final Set<String> METHODS =
      Set.of(
          "java/lang/String.valueOf",
          "java/lang/String.intern",
          "java/lang/String.toString",
          "java/lang/Integer.valueOf",
          "java/lang/Integer.toString",
          "java/lang/Long.valueOf",
          "java/lang/Long.toString",
          "java/lang/Double.valueOf",
          "java/lang/Object.toString",
          "java/util/Objects.toString",
          "java/util/Objects.requireNonNull",
          "scala/runtime/BoxesRunTime.boxToInteger",
          "scala/runtime/BoxesRunTime.boxToLong",
          "scala/runtime/BoxesRunTime.boxToDouble");

  private SameText() {}

  /**
   * Says whether a method is one of them.
   *
   * @param method class and name, as in {@code java/lang/String.valueOf}
   */
  static boolean isOf(String method) {
    return METHODS.contains(method);
  }
}
