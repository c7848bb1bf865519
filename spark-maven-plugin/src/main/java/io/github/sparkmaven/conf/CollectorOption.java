/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import java.util.regex.Pattern;

/**
 * A JVM's option that names a garbage collector. Two of them end a JVM: "Conflicting collector
 * combinations in option list".
 */
public final class CollectorOption {
  private static final Pattern NAMED =
      Pattern.compile("-XX:[+-]Use(\\w*GC|\\w*Gc)\\b|-Xgc|-Xgcpolicy");

  private CollectorOption() {}

  /** Says whether there is one among a JVM's options, in any writing: one option, or a line. */
  public static boolean isIn(String options) {
    return NAMED.matcher(options).find();
  }
}
