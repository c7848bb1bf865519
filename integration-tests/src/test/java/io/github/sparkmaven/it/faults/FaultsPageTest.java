/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/faults.md to the rows that are run. */
class FaultsPageTest {

  @Test
  void showsEveryRow() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| the job | where | Spark | the build | says |\n|---|---|---|---|---|\n");
    for (String manager : FaultMatrix.MANAGERS) {
      FaultMatrix.rows(manager).forEach(row -> table.append(row.markdown()).append('\n'));
    }
    Path page = FaultMatrix.BASE.resolveSibling("docs").resolve("faults.md");
    Path made = Files.createDirectories(FaultMatrix.WORK).resolve("faults.md");
    Files.writeString(made, table);

    assertThat(Files.readString(page)).as("paste %s into %s", made, page).contains(table);
  }
}
