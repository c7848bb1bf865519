/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/**
 * What a build printed, with assertions whose failure is a line and not the whole log.
 *
 * @param text the log
 */
public record BuildLog(String text) {

  /** Reads the log that the invoker writes into a build's folder. */
  public static BuildLog of(File basedir) throws IOException {
    return new BuildLog(
        Files.readString(basedir.toPath().resolve("build.log"), StandardCharsets.UTF_8));
  }

  /** Checks that the build said something. */
  public void says(String words) {
    if (!text.contains(words)) {
      throw new AssertionError("build.log lacks: " + words);
    }
  }

  /** Checks that the build never said something. */
  public void neverSays(String words) {
    if (text.contains(words)) {
      throw new AssertionError("build.log has: " + words);
    }
  }

  /** Checks that the build said something of a form. */
  public void saysLike(String pattern) {
    if (!Pattern.compile(pattern).matcher(text).find()) {
      throw new AssertionError("build.log has nothing like: " + pattern);
    }
  }
}
