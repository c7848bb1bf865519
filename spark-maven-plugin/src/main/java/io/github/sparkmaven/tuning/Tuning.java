/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.conf.Setting;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the planner decided.
 *
 * @param layout the chosen layout
 * @param alternatives the next best, the better ones first
 * @param settings the Spark settings that bring the layout about
 * @param warnings what the user should know, each with its figures
 */
public record Tuning(
    Layout layout, List<Alternative> alternatives, List<Setting> settings, List<String> warnings) {

  /** Copies the lists. */
  public Tuning {
    alternatives = List.copyOf(alternatives);
    settings = List.copyOf(settings);
    warnings = List.copyOf(warnings);
  }

  /** Returns this with warnings added. */
  public Tuning withWarnings(List<String> more) {
    return new Tuning(
        layout, alternatives, settings, Stream.concat(warnings.stream(), more.stream()).toList());
  }
}
