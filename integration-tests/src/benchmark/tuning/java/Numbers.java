/* SPDX-License-Identifier: Apache-2.0 */

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The numbers and texts that the made tables consist of: each a function of a row's number. */
final class Numbers {
  private static final long SEED = 0x5EED_2026L;

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
