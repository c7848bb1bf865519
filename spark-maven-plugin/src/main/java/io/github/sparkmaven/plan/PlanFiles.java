/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.files.AtomicFile;
import java.nio.file.Path;

/**
 * The files of a plan on disk.
 *
 * @param defaults the {@code spark-defaults.conf}
 * @param json the {@code plan.json}
 */
public record PlanFiles(Path defaults, Path json) {

  /** Writes both files into a folder; each is replaced whole. */
  public static PlanFiles write(Plan plan, Path folder) {
    PlanFiles files =
        new PlanFiles(folder.resolve("spark-defaults.conf"), folder.resolve("plan.json"));
    AtomicFile.write(files.defaults, DefaultsFile.text(plan));
    AtomicFile.write(files.json, PlanJson.text(plan));
    return files;
  }
}
