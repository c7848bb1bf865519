/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What the export goal has made.
 *
 * @param bundle the zip
 * @param classifier what it is attached with
 * @param warnings what the user should look at
 */
public record ExportResult(Path bundle, String classifier, List<String> warnings) {

  /** Copies the list. */
  public ExportResult {
    warnings = List.copyOf(warnings);
  }
}
