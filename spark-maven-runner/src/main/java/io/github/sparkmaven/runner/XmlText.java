/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

/** Makes any text fit for XML 1.0, which cannot hold most control characters, even escaped. */
final class XmlText {
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /** Replaces each character that XML 1.0 does not allow by U+FFFD. */
  static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().map(c -> isLegal(c) ? c : REPLACEMENT).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  // The production Char of https://www.w3.org/TR/xml/#charsets
  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
