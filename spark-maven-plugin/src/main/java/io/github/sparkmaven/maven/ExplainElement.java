/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.ExplainParameter;
import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.problem.Problems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code explain} element comes to, over which the command line wins.
 *
 * @param key the one key to explain
 * @param diff what to compare with
 * @param json whether JSON is wanted
 */
record ExplainElement(Optional<String> key, Optional<String> diff, boolean json) {

  /** Reads it; what cannot be read goes to {@code problems}. */
  static ExplainElement of(
      ProjectContext context, @Nullable ExplainParameter parameter, Problems problems) {
    ExplainParameter declared = Optional.ofNullable(parameter).orElseGet(ExplainParameter::new);
    UserProperties given = context.userProperties();
    return new ExplainElement(
        given.text("explain.key").or(declared::key).map(String::strip),
        given.text("explain.diff").or(declared::diff).map(String::strip),
        new ParameterReader("explain", problems)
            .flag("json", given.text("explain.json").or(declared::json).orElse(null), false));
  }
}
