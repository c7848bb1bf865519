/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodFilterTest {
  @TempDir Path folder;

  /** What is filtered. */
  static final class ThreeJobCase {
    @Test
    void findsA() {}

    @Test
    void findsB() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void counts(int number) {
      assertThat(number).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 4",
    "MethodFilterTest*#finds*, 2",
    "MethodFilterTest*#findsA, 1",
    "MethodFilterTest*#counts, 2",
    "'Other*,MethodFilterTest*#findsB', 1",
    "MethodFilterTest*, 4",
    "io.github.*#find?A, 1",
    "Other#findsA, 0"
  })
  void runsTheMethodsThatMatch(String filter, int run) throws Exception {
    Path request = folder.resolve("request");
    Files.write(
        request,
        Arrays.asList(
            "classes=" + ThreeJobCase.class.getName(),
            "filter=" + filter,
            "reportsDirectory=" + folder));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    JobTestRunner.run(new String[] {request.toString()}, new EventChannel(out), System.err);

    List<String> events = Events.in(out.toByteArray());
    assertThat(events.get(events.size() - 1)).isEqualTo("finished " + run + " 0 0 0");
  }
}
