/* SPDX-License-Identifier: Apache-2.0 */

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The numbers and texts that the made tables consist of: each a function of a row's number. */
final class Numbers {
  private static final long SEED = 0x5EED_2026L;
  private static final String[] WORDS = words();

  private Numbers() {}

  static long mixed(long number) {
    long z = (number + SEED) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  static long below(long bound, long number) {
    return Math.floorMod(mixed(number), bound);
  }

  /** Words as of a remark: they compress as texts that people write do. */
  static String remark(long number, int words) {
    StringBuilder remark = new StringBuilder(8 * words);
    for (int word = 0; word < words; word++) {
      remark.append(word == 0 ? "" : " ");
      remark.append(WORDS[(int) below(WORDS.length, number * words + word)]);
    }
    return remark.toString();
  }

  /** Words of two to four syllables. */
  private static String[] words() {
    String consonants = "bdfgklmnprst";
    String vowels = "aeiou";
    String[] words = new String[512];
    for (int word = 0; word < words.length; word++) {
      StringBuilder text = new StringBuilder();
      for (int syllable = 0; syllable < 2 + word % 3; syllable++) {
        long drawn = mixed(word * 4L + syllable) >>> 1;
        text.append(consonants.charAt((int) (drawn % consonants.length())));
        text.append(vowels.charAt((int) (drawn / 97 % vowels.length())));
      }
      words[word] = text.toString();
    }
    return words;
  }

  /** Hexadecimal digits, 16 a word, which hardly compress. */
  static String text(long number, int words) {
    StringBuilder text = new StringBuilder(16 * words);
    for (int word = 0; word < words; word++) {
      String digits = Long.toHexString(mixed(number * words + word));
      text.append("0".repeat(16 - digits.length())).append(digits);
    }
    return text.toString();
  }

  static long crc32(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }
}
