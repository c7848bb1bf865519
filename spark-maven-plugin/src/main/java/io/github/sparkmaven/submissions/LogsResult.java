/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import java.nio.file.Path;
import java.util.List;

/**
 * A driver's log.
 *
 * @param file where it is on this machine
 * @param said what it is, and how much of it was had
 * @param lastLines its end
 * @param notes what a user should know of how far could be looked
 */
public record LogsResult(
    String submission, Path file, String said, List<String> lastLines, List<String> notes) {

  /** Copies the lists. */
  public LogsResult {
    lastLines = List.copyOf(lastLines);
    notes = List.copyOf(notes);
  }
}
