/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.tuning.rival.GridRow.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The planner against every formula, on 500 clusters and under one placer. */
class GridTest {

  @Test
  void placesNoFewerCoresThanTheBestFormulaOnAnyCluster() throws IOException {
    List<GridRow> rows = GridClusters.all().stream().map(GridRow::of).toList();
    Files.write(
        Path.of("target", "grid.csv"),
        Stream.concat(Stream.of(GridRow.HEADER), rows.stream().map(GridRow::csv)).toList());
    System.out.print(new GridSummary(rows).table());

    assertThat(rows.stream().filter(row -> row.verdict() == Verdict.LOSS).map(GridRow::csv))
        .as(GridRow.HEADER)
        .isEmpty();
  }
}
