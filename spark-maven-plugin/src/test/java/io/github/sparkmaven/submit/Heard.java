/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.home.SparkHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A listener that remembers what it heard. */
final class Heard implements SubmitListener {
  private final List<String> started = new ArrayList<>();
  private final List<String> printed = new ArrayList<>();
  private final List<String> warned = new ArrayList<>();
  private final List<String> noted = new ArrayList<>();

  @Override
  public synchronized void starting(SparkHome home, String master, Path log) {
    started.add(home.path() + " " + master + " " + log.getFileName());
  }

  @Override
  public synchronized void printed(String line) {
    printed.add(line);
  }

  @Override
  public synchronized void noted(String note) {
    noted.add(note);
  }

  @Override
  public synchronized void warned(String warning) {
    warned.add(warning);
  }

  synchronized List<String> warned() {
    return List.copyOf(warned);
  }

  synchronized List<String> started() {
    return List.copyOf(started);
  }

  synchronized List<String> printed() {
    return List.copyOf(printed);
  }

  synchronized List<String> noted() {
    return List.copyOf(noted);
  }
}
