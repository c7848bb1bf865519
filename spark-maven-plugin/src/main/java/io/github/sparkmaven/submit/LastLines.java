/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log, as a person can read it in a build's output. */
final class LastLines {
  private static final int LINES = 10;
  private static final int LONGEST = 1000;
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

  private final Deque<String> lines = new ArrayDeque<>();

  void add(String line) {
    lines.addLast(readable(line));
    if (lines.size() > LINES) {
      lines.removeFirst();
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Cuts what is too long to be read, and leaves out what would move a terminal's cursor. */
  static String readable(String line) {
    String cut =
        line.length() <= LONGEST
            ? line
            : line.substring(0, LONGEST) + " … (" + (line.length() - LONGEST) + " more)";
    boolean harmless = cut.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t');
    return harmless
        ? cut
        : CONTROL.matcher(COLOUR.matcher(cut).replaceAll("")).replaceAll("\uFFFD");
  }
}
