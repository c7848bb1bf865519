/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import java.util.ArrayList;
import java.util.List;

/** A listener that remembers what it heard. */
final class Heard implements TestListener {
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
  public synchronized void error(String line) {
    lines.add("error " + line);
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
