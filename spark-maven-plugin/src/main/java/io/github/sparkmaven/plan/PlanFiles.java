/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.plan.html.PlanHtml;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a plan on disk.
 *
 * @param defaults the {@code spark-defaults.conf}
 * @param json the {@code plan.json}
 * @param html the {@code plan.html}
 */
public record PlanFiles(Path defaults, Path json, Path html) {

  /**
   * Writes all files into a folder; each is replaced whole, and a pod template that is no longer
   * needed is removed.
   */
  public static PlanFiles write(Plan plan, Path folder) {
    PlanFiles files =
        new PlanFiles(
            folder.resolve("spark-defaults.conf"),
            folder.resolve("plan.json"),
            folder.resolve("plan.html"));
    // All texts are made before the first file is touched.
    String defaultsText = DefaultsFile.text(plan);
    String jsonText = PlanJson.text(plan);
    String htmlText = PlanHtml.text(plan);
    AtomicFile.write(files.defaults, defaultsText);
    AtomicFile.write(files.json, jsonText);
    AtomicFile.write(files.html, htmlText);
    writeOrRemove(folder.resolve(PodTemplates.DRIVER_FILE), plan.pods().driver());
    writeOrRemove(folder.resolve(PodTemplates.EXECUTOR_FILE), plan.pods().executor());
    return files;
  }

  private static void writeOrRemove(Path file, Optional<String> text) {
    text.ifPresent(content -> AtomicFile.write(file, content));
    if (text.isEmpty()) {
      AtomicFile.remove(file);
    }
  }
}
