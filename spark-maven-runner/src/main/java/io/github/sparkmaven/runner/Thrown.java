/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A throwable as text.
 *
 * <p>It is taken at once and not kept: a Spark exception can hold on to a whole plan, and a user's
 * exception may fail to describe itself.
 */
public final class Thrown {
  static final Thrown NOTHING = because("");

  private static final int SUMMARY_LENGTH = 500;
  private static final int DETAILS_LENGTH = 8000;

  private final String type;
  private final String message;
  private final String stackTrace;
  private final boolean assertion;

  private Thrown(String type, String message, String stackTrace, boolean assertion) {
    this.type = type;
    this.message = message;
    this.stackTrace = stackTrace;
    this.assertion = assertion;
  }

  /** Takes what can be had of a throwable. */
  public static Thrown of(Throwable throwable) {
    String type = throwable.getClass().getName();
    boolean assertion = throwable instanceof AssertionError;
    try {
      String message = throwable.getMessage();
      StringWriter stackTrace = new StringWriter();
      throwable.printStackTrace(new PrintWriter(stackTrace, true));
      return new Thrown(type, message == null ? "" : message, stackTrace.toString(), assertion);
    } catch (RuntimeException | LinkageError e) {
      return new Thrown(type, "(its message cannot be read: " + e.getClass() + ")", "", assertion);
    }
  }

  static Thrown because(String reason) {
    return new Thrown("", reason, "", false);
  }

  /** An expectation that is not met, of which there is no more to say than this. */
  public static Thrown unmet(String message) {
    return new Thrown("", message, message, true);
  }

  /** Takes what another JVM has told of a throwable. */
  public static Thrown told(String type, String message, String stackTrace) {
    return new Thrown(type, message, stackTrace, false);
  }

  String type() {
    return type;
  }

  /** The message; empty where there is none. */
  public String message() {
    return message;
  }

  String stackTrace() {
    return stackTrace;
  }

  boolean isAssertion() {
    return assertion;
  }

  /** The type and the first line of the message that says something, of at most 500 characters. */
  public String summary() {
    String line = firstLine();
    String separator = type.isEmpty() || line.isEmpty() ? "" : ": ";
    return shortened(type + separator + line);
  }

  /** What the message says after the line that is in its summary, of at most 8000 characters. */
  String details() {
    String line = firstLine();
    String rest = message.substring(message.indexOf(line) + line.length()).replaceAll("\\s+$", "");
    String lines = rest.replaceFirst("^\\h*\\R", "");
    return lines.substring(0, Math.min(lines.length(), DETAILS_LENGTH));
  }

  private String firstLine() {
    // Messages of AssertJ start with an empty line.
    for (String line : message.split("\\R", -1)) {
      if (!line.trim().isEmpty()) {
        return line.trim();
      }
    }
    return "";
  }

  private static String shortened(String text) {
    if (text.length() <= SUMMARY_LENGTH) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(SUMMARY_LENGTH - 1));
    return text.substring(0, splitsPair ? SUMMARY_LENGTH - 1 : SUMMARY_LENGTH);
  }
}
