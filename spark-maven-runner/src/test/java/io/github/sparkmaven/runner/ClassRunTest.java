/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassRunTest {
  private final ByteArrayOutputStream channel = new ByteArrayOutputStream();

  @TempDir private Path directory;

  @Test
  void countsTheTimeOfAMethodOnceAsThatOfItsClass() throws IOException {
    ResultPublisher publisher =
        new ResultPublisher(new EventChannel(channel), new SurefireReport(directory));
    ClassRun run =
        new ClassRun(
            "JobTest", new LinkedHashSet<>(Arrays.asList("jupiter", "vintage")), publisher);

    run.partFinished("jupiter/method", 900);
    run.partFinished("jupiter", 1000);
    run.partFinished("vintage", 500);

    assertThat(channel.toString(UTF_8.name()))
        .contains("class-finished\tJobTest\t0\t0\t0\t0\t1500\n");
  }
}
