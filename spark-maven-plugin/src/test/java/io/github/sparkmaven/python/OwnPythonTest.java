/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the tests of our own Python packages. */
class OwnPythonTest {
  @Test
  void passesItsTests() {
    Optional<Path> python = RealPython.find();
    if (python.isEmpty()) {
      System.err.println(RealPython.MISSING + ": src/test/python");
    }
    assumeThat(python).as(RealPython.MISSING).isPresent();
    Path folder = Path.of("").toAbsolutePath();

    PythonProcess run =
        PythonProcess.run(
            List.of(
                python.orElseThrow().toString(),
                "-B",
                "-m",
                "unittest",
                "discover",
                "-v",
                "-s",
                "src/test/python"),
            folder,
            Map.of("PYTHONPATH", folder.resolve("src/main/python").toString()),
            new TimeLimit(Duration.ofMinutes(5)),
            line -> {});

    assertThat(run.failed())
        .as(
            () ->
                Stream.concat(run.output().stream(), run.errors().stream())
                    .collect(Collectors.joining("\n")))
        .isFalse();
    // Those that need pyspark or pytest, which this python3 may lack, with their reasons.
    run.errors().stream()
        .filter(line -> line.contains("... skipped "))
        .forEach(System.err::println);
    assertThat(run.errors()).anyMatch(line -> line.matches("Ran [1-9]\\d* tests? in .*"));
  }
}
