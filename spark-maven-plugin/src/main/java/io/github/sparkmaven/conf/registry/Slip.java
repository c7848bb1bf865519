/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

/** How likely a key is another one with a slip of the hand. */
final class Slip {
  /** The most letters that a slip gets wrong. */
  static final int MOST_LETTERS = 2;

  /** No slip at all. */
  static final int NONE = Integer.MAX_VALUE;

  // A short part is too easily turned into another word: date and name.
  private static final int ONE_LETTER_IN = 4;
  private static final int TWO_LETTERS_IN = 8;

  private Slip() {}

  /** Returns how many letters of a key are wrong, or {@link #NONE} if it is hardly meant. */
  static int between(String key, String known) {
    int shorter = Math.min(key.length(), known.length());
    int start = 0;
    while (start < shorter && key.charAt(start) == known.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && key.charAt(key.length() - 1 - end) == known.charAt(known.length() - 1 - end)) {
      end++;
    }
    String typed = key.substring(start, key.length() - end);
    String meant = known.substring(start, known.length() - end);
    int distance = EditDistance.between(typed, meant, MOST_LETTERS);
    if (distance > MOST_LETTERS || isOtherWord(typed, meant, distance)) {
      return NONE;
    }
    int part = partAround(known, start, known.length() - end);
    return part >= (distance <= 1 ? ONE_LETTER_IN : TWO_LETTERS_IN) ? distance : NONE;
  }

  private static int partAround(String known, int start, int end) {
    int dot = known.indexOf('.', end);
    return (dot < 0 ? known.length() : dot) - (known.lastIndexOf('.', start - 1) + 1);
  }

  // path1 and path2; min and max, include and exclude.
  private static boolean isOtherWord(String typed, String meant, int distance) {
    boolean twoInARow = typed.length() == 2 && meant.length() == 2 && distance == 2;
    return twoInARow || (typed + meant).chars().allMatch(Character::isDigit);
  }

  /** Returns the letters that a key has, a bit for each; a slip changes two at most. */
  static long signature(String key) {
    long bits = 0;
    for (int i = 0; i < key.length(); i++) {
      bits |= 1L << (key.charAt(i) & 63);
    }
    return bits;
  }

  /** Says whether two keys differ in too many letters to be worth a comparison. */
  static boolean isRuledOut(long signature, long other) {
    return Long.bitCount(signature ^ other) > 2 * MOST_LETTERS;
  }
}
