/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import java.util.List;
import java.util.stream.Collectors;

/** Words of a POSIX shell's command. */
public final class ShellWord {
  private ShellWord() {}

  /** Returns a word as it is written so that a shell takes it byte for byte. */
  public static String quote(String word) {
    return word.matches("[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Returns the words as one command. */
  public static String join(List<String> words) {
    return words.stream().map(ShellWord::quote).collect(Collectors.joining(" "));
  }
}
