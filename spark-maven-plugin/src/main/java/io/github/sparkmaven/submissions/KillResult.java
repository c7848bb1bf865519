/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import java.util.List;

/**
 * What was ended.
 *
 * @param said a sentence on each submission
 * @param notes what a user should know of how far could be looked
 */
public record KillResult(List<String> said, List<String> notes) {

  /** Copies the lists. */
  public KillResult {
    said = List.copyOf(said);
    notes = List.copyOf(notes);
  }
}
