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
final class Thrown {
  static final Thrown NOTHING = because("");

  private static final int SUMMARY_LENGTH = 500;

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

  static Thrown of(Throwable throwable) {
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

  String type() {
    return type;
  }

  String message() {
    return message;
  }

  String stackTrace() {
    return stackTrace;
  }

  boolean isAssertion() {
    return assertion;
  }

  /** The type and the first line of the message that says something, of at most 500 characters. */
  String summary() {
    String line = firstLine();
    String separator = type.isEmpty() || line.isEmpty() ? "" : ": ";
    return shortened(type + separator + line);
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
