/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParentWatchTest {
  /** Hangs, in a JVM of its own, with the process id of its parent as its argument. */
  public static void main(String[] args) throws InterruptedException {
    ParentWatch.start(Long.parseLong(args[0]));
    Thread.currentThread().join();
  }

  @Test
  void endsWithTheJvmThatStartedIt() throws Exception {
    Process parent = new ProcessBuilder("sleep", "50").start();
    Process child = fork(parent.pid());
    assertThat(child.waitFor(3, TimeUnit.SECONDS)).isFalse();

    parent.destroyForcibly();

    assertThat(child.waitFor(40, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(ParentWatch.ORPHANED);
  }

  @Test
  void endsAtOnceWhereThatIsGoneAlready() throws Exception {
    Process parent = new ProcessBuilder("true").start();
    parent.waitFor();

    Process child = fork(parent.pid());

    assertThat(child.waitFor(40, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(ParentWatch.ORPHANED);
  }

  private static Process fork(long parent) throws Exception {
    return new ProcessBuilder(
            Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ParentWatchTest.class.getName(),
            Long.toString(parent))
        .start();
  }
}
