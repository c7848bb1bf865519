/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a job is to have written.
 *
 * @param name as in {@code ${output.name}}
 * @param expected the file that holds it
 * @param format what the job writes
 * @param expectedFormat what the file is
 * @param ordered whether the order of the rows counts
 * @param ignored columns that do not count
 * @param tolerance by how much floating-point numbers may differ
 * @param schema the columns' types, as in {@code id INT, label STRING}
 * @param options of the data source, for reading
 */
record DeclaredOutput(
    String name,
    Path expected,
    DataFormat format,
    DataFormat expectedFormat,
    boolean ordered,
    List<String> ignored,
    Optional<BigDecimal> tolerance,
    Optional<String> schema,
    Map<String, String> options) {

  DeclaredOutput {
    ignored = List.copyOf(ignored);
    options = Map.copyOf(options);
  }
}
