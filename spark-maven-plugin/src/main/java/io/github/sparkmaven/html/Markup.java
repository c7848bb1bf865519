/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes markup that is HTML and XML at once: every element is ended, every text is escaped.
 *
 * <p>Being XML, a page can be checked by any parser of the JDK.
 */
public final class Markup {
  // These begin a line, so that two plans can be compared line by line.
  private static final Set<String> ON_A_LINE =
      Set.of(
          "head",
          "body",
          "meta",
          "title",
          "style",
          "script",
          "header",
          "main",
          "section",
          "h1",
          "h2",
          "h3",
          "p",
          "ul",
          "li",
          "dl",
          "div",
          "table",
          "thead",
          "tbody",
          "tr",
          "figure",
          "figcaption",
          "svg",
          "g",
          "rect",
          "path",
          "line",
          "text");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element; attributes are names and values in turn. */
  public Markup open(String name, String... attributes) {
    begin(name, attributes).append('>');
    open.push(name);
    return this;
  }

  /** Ends the element that was begun last. */
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element that has no content. */
  public Markup empty(String name, String... attributes) {
    begin(name, attributes).append("/>");
    return this;
  }

  /** Writes an element of text alone. */
  public Markup element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  /** Writes text. */
  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** Writes what is markup, style or script already; never what a user gave. */
  public Markup trusted(String text) {
    out.append(text);
    return this;
  }

  /** Returns what was written. */
  public String written() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not ended: " + open);
    }
    return out.append('\n').toString();
  }

  private StringBuilder begin(String name, String... attributes) {
    if (ON_A_LINE.contains(name)) {
      out.append('\n');
    }
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    return out;
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int character) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\r' -> out.append("&#13;");
      default -> out.appendCodePoint(isCharacter(character) ? character : 0xFFFD);
    }
  }

  /** Source: https://www.w3.org/TR/xml/#charsets. */
  private static boolean isCharacter(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
