/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import java.util.List;

/**
 * How submissions stand.
 *
 * @param rows newest first; what only the cluster knows comes last
 * @param notes what a user should know of how far could be looked
 */
public record StatusResult(List<Standing> rows, List<String> notes) {

  /** Copies the lists. */
  public StatusResult {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }
}
