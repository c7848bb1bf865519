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
  private final List<String> progress = new ArrayList<>();
  private final List<String> traced = new ArrayList<>();

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

  @Override
  public synchronized void progress(String line) {
    progress.add(line);
  }

  @Override
  public synchronized void traced(String detail) {
    traced.add(detail);
  }

  synchronized List<String> progress() {
    return List.copyOf(progress);
  }

  synchronized List<String> traced() {
    return List.copyOf(traced);
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
