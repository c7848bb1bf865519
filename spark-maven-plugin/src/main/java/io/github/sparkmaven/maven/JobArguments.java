/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.codehaus.plexus.util.cli.CommandLineException;
import org.codehaus.plexus.util.cli.CommandLineUtils;

/** What a job's program is given: the command line's words replace the POM's. */
final class JobArguments {
  private JobArguments() {}

  static List<String> of(NamedJob named, UserProperties line, Problems problems) {
    Optional<String> given = line.text("arguments");
    if (given.isEmpty()) {
      return named.parameter().arguments();
    }
    try {
      return Arrays.asList(CommandLineUtils.translateCommandline(given.get()));
    } catch (CommandLineException e) {
      problems.add("-Dspark.maven.arguments", String.valueOf(e.getMessage()), "Balance the quotes");
      return List.of();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
