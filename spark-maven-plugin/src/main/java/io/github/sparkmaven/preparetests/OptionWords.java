/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import java.util.List;
import java.util.stream.Collectors;

/** Options of a JVM in the two forms that others split into words again. */
final class OptionWords {
  private OptionWords() {}

  /**
   * Returns the options as one command line. Surefire and scalatest-maven-plugin split it at blanks
   * outside of quotes and know no escapes (CommandLineUtils.translateCommandline of
   * maven-shared-utils and plexus-utils); JaCoCo, which may write it anew, knows double quotes
   * alone (CommandLineSupport), so that they are the first choice.
   */
  static String commandLine(List<String> options) {
    return options.stream().map(OptionWords::word).collect(Collectors.joining(" "));
  }

  private static String word(String option) {
    if (!option.matches(".*[\\s\"'].*")) {
      return option;
    }
    return '"' + option.replace("\"", "\"'\"'\"") + '"';
  }

  /**
   * Returns the options as a file that java takes behind an {@code @}: a backslash escapes within
   * quotes (the JDK's tool guide, java command, "java Command-Line Argument Files").
   */
  static String argumentFile(List<String> options) {
    return options.stream()
        .map(
            option ->
                option.matches("[^\\s\"'#\\\\]+")
                    ? option
                    : '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
