/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FollowedProcessTest {
  private static final Optional<TimeLimit> NO_LIMIT = Optional.empty();

  private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> errors = new LinkedBlockingQueue<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 255})
  void keepsTheExitCode(int code) throws IOException {
    assertThat(follow("exit " + code).await(NO_LIMIT)).isEqualTo(new ProcessEnd(code, false));
  }

  @Test
  void tellsTheSignalThatEndedTheProcess() throws IOException {
    assertThat(follow("kill -KILL $$").await(NO_LIMIT)).isEqualTo(new ProcessEnd(128 + 9, false));
  }

  @Test
  void deliversTheLinesOfBothOutputs() throws IOException {
    follow("printf 'one\\n\\ntwo größer\\nlast without a break'; echo oops >&2").await(NO_LIMIT);

    assertThat(output).containsExactly("one", "", "two größer", "last without a break");
    assertThat(errors).containsExactly("oops");
  }

  @Test
  void deliversMoreThanAPipeHolds() throws IOException {
    follow("i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done").await(NO_LIMIT);

    assertThat(output).hasSize(20000).endsWith("line 19999");
  }

  @Test
  void closesTheStandardInput() throws IOException {
    assertThat(follow("cat; exit 4").await(limit(20))).isEqualTo(new ProcessEnd(4, false));
  }

  @Test
  void endsWhatTheProcessStartedAndLeftBehind() throws Exception {
    FollowedProcess process = follow("sleep 50 & echo $!; sleep 3; exit 0");

    assertThat(process.await(NO_LIMIT)).isEqualTo(new ProcessEnd(0, false));
    assertThat(ProcessHandle.of(nextPid()).filter(RunningProcess::runs)).isEmpty();
  }

  @Test
  void doesNotWaitForAGrandchildThatHoldsThePipes() throws Exception {
    FollowedProcess process = follow("sleep 50 & echo $!; exit 3");
    long start = System.nanoTime();

    ProcessEnd end = process.await(NO_LIMIT);

    assertThat(end).isEqualTo(new ProcessEnd(3, false));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    Optional<ProcessHandle> grandchild = ProcessHandle.of(nextPid());
    assertThat(grandchild).isPresent();
    grandchild.orElseThrow().destroyForcibly();
  }

  @Test
  void endsTheProcessAndItsDescendantsWhenTheTimeIsUp() throws Exception {
    FollowedProcess process = follow("(sleep 50 & echo $!; wait) & echo $$; wait");

    ProcessEnd end = process.await(limit(1));

    assertThat(end.timedOut()).isTrue();
    assertThat(end.exitCode()).isEqualTo(128 + 15);
    assertEnded(nextPid());
    assertEnded(nextPid());
  }

  @Test
  void endsByForceWhatDoesNotListen() throws Exception {
    FollowedProcess process = follow("trap '' TERM; echo $$; while :; do sleep 50; done");

    ProcessEnd end = process.await(limit(1));

    assertThat(end).isEqualTo(new ProcessEnd(128 + 9, true));
    assertEnded(nextPid());
  }

  @Test
  void endsTheProcessWhenItIsInterruptedAndKeepsTheFlag() throws Exception {
    FollowedProcess process = follow("sleep 50 & echo $! $$; wait");
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<EnvironmentException> thrown = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                process.await(NO_LIMIT);
              } catch (EnvironmentException e) {
                flag.complete(Thread.currentThread().isInterrupted());
                thrown.complete(e);
              }
            });
    waiting.start();
    List<String> pids = List.of(nextLine().split(" "));

    waiting.interrupt();

    assertThat(thrown.get(20, TimeUnit.SECONDS))
        .hasMessage("Interrupted; the process %s was ended", pids.get(1))
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(flag).isCompletedWithValue(true);
    for (String pid : pids) {
      assertEnded(Long.parseLong(pid));
    }
  }

  private FollowedProcess follow(String script) throws IOException {
    return new FollowedProcess(
        new ProcessBuilder("sh", "-c", script).start(), output::add, errors::add);
  }

  private String nextLine() throws InterruptedException {
    String line = output.poll(20, TimeUnit.SECONDS);
    assertThat(line).isNotNull();
    return line;
  }

  private long nextPid() throws InterruptedException {
    return Long.parseLong(nextLine());
  }

  private static void assertEnded(long pid) throws Exception {
    Optional<ProcessHandle> left = ProcessHandle.of(pid);
    if (left.isPresent()) {
      left.get().onExit().get(10, TimeUnit.SECONDS);
    }
  }

  private static Optional<TimeLimit> limit(int seconds) {
    return Optional.of(new TimeLimit(Duration.ofSeconds(seconds)));
  }
}
