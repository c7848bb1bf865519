/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How texts reach a child process.
 *
 * <p>A JVM gives a child its words in the encoding of the locale, where the POSIX locale has only
 * ASCII, and a child that is a JVM reads them in that of its own.
 */
public final class NativeText {
  private NativeText() {}

  /** Says whether a text would reach a child process as it is. */
  public static boolean survives(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
        || (Charset.defaultCharset().equals(StandardCharsets.UTF_8)
            && "UTF-8".equals(System.getProperty("sun.jnu.encoding")));
  }

  /** Returns the locale in which a child reads UTF-8. */
  public static String utf8Locale() {
    // macOS has no C.UTF-8, and Linux need not have any other.
    return new File("/System/Library").isDirectory() ? "en_US.UTF-8" : "C.UTF-8";
  }
}
