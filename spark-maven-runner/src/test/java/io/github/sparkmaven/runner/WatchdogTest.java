/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchdogTest {
  @TempDir Path folder;

  /** Hangs, in a JVM of its own. */
  public static void main(String[] args) throws InterruptedException {
    Watchdog.start(100, System.out, () -> System.out.println("told"));
    Thread.currentThread().setName("the-one-that-hangs");
    Thread.currentThread().join();
  }

  @Test
  void endsAJvmThatHangsAndShowsWhatItsThreadsAreAt() throws Exception {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WatchdogTest.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();

    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(Watchdog.TIMED_OUT);
    assertThat(out)
        .content()
        .contains("Timed out after 100 ms", "\"the-one-that-hangs\"", "Thread.join")
        .contains("WatchdogTest.main")
        .endsWith("told" + System.lineSeparator());
  }

  @Test
  void leavesAloneWhatEndsInTime() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Watchdog watchdog = Watchdog.start(200, new PrintStream(out, true, "UTF-8"), () -> {});

    watchdog.stop();
    Thread.sleep(400);

    assertThat(out.size()).isZero();
  }
}
