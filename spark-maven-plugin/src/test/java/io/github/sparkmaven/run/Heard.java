/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a listener is told. */
final class Heard implements RunListener {
  private final List<String> lines = new ArrayList<>();

  @Override
  public synchronized void info(String line) {
    lines.add("info " + line);
  }

  @Override
  public synchronized void warn(String line) {
    lines.add("warn " + line);
  }

  @Override
  public synchronized void printed(String line) {
    lines.add(line);
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
