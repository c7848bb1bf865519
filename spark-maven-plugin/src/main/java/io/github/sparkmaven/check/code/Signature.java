/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The types of a method, as the JVM writes them.
 *
 * @param parameters what it takes
 * @param result what it returns
 */
record Signature(List<String> parameters, String result) {
  private static final Pattern TYPE = Pattern.compile("\\[*(?:L[^;]+;|[A-Z])");

  /** Reads a descriptor, as {@code (ILjava/lang/String;)V}. */
  static Signature of(String descriptor) {
    int end = descriptor.indexOf(')');
    return new Signature(
        TYPE.matcher(descriptor.substring(1, end)).results().map(MatchResult::group).toList(),
        descriptor.substring(end + 1));
  }
}
