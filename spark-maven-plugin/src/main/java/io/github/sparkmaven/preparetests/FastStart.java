/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import io.github.sparkmaven.conf.CollectorOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Options that make a JVM of tests start fast, unless the user has decided otherwise. */
final class FastStart {
  // Tests on small data end before better code would pay off. docs/prepare-tests.md has figures.
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";
  private static final String COLLECTOR = "-XX:+UseSerialGC";

  private static final Pattern NAMES_COMPILER =
      Pattern.compile("-XX:[+-]?Tiered\\w*|-XX:CompilationMode|-Xint|-Xcomp|JVMCICompiler");

  private FastStart() {}

  /** Returns the options that fit to what the user has written, in any place. */
  static List<String> beside(List<String> ofUser) {
    List<String> options = new ArrayList<>();
    if (ofUser.stream().noneMatch(text -> NAMES_COMPILER.matcher(text).find())) {
      options.add(FIRST_COMPILER);
    }
    if (ofUser.stream().noneMatch(CollectorOption::isIn)) {
      options.add(COLLECTOR);
    }
    return options;
  }
}
