/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RunningProcessTest {
  @Test
  void endsAProcessWithAllThatItStarted() throws IOException {
    Process shell = start("sleep 300 & echo $!; wait");
    long child = firstNumber(shell);
    RunningProcess process = RunningProcess.of(shell.toHandle()).orElseThrow();
    assertThat(process.alive()).isTrue();

    assertThat(process.end()).isTrue();

    assertThat(process.alive()).isFalse();
    assertThat(ProcessHandle.of(child).filter(RunningProcess::runs)).isEmpty();
  }

  @Test
  void endsByForceWhatDoesNotListen() throws Exception {
    Process shell = start("trap '' TERM; echo 1; while true; do sleep 0.1; done");
    firstNumber(shell);

    assertThat(RunningProcess.of(shell.toHandle()).orElseThrow().end()).isTrue();

    assertThat(shell.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void leavesALaterProcessOfTheSameIdAlone() throws IOException {
    Process shell = start("echo 1; exec sleep 300");
    try {
      firstNumber(shell);
      RunningProcess running = RunningProcess.of(shell.toHandle()).orElseThrow();
      RunningProcess earlier =
          new RunningProcess(running.pid(), running.started().minusSeconds(60));

      assertThat(earlier.alive()).isFalse();
      assertThat(earlier.end()).isTrue();

      assertThat(shell.isAlive()).isTrue();
    } finally {
      shell.destroyForcibly();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void takesAProcessThatNobodyBuriesForEnded() throws IOException {
    // The shell's child ends, and what the shell has become does not take notice.
    Process shell = start("sh -c 'echo $$; exit 0' & exec sleep 300");
    try {
      long pid = firstNumber(shell);
      Path stat = Path.of("/proc/" + pid + "/stat");
      while (!Files.readString(stat).contains(") Z ")) {
        Thread.onSpinWait();
      }
      ProcessHandle zombie = ProcessHandle.of(pid).orElseThrow();

      assertThat(zombie.isAlive()).isTrue();
      assertThat(RunningProcess.runs(zombie)).isFalse();
    } finally {
      shell.destroyForcibly();
    }
  }

  private static Process start(String script) throws IOException {
    return new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
  }

  private static long firstNumber(Process process) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return Long.parseLong(Objects.requireNonNull(reader.readLine()));
  }
}
