/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.process.RunningProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a build leaves that is asked to end, as by Ctrl-C. */
@Timeout(60)
class InterruptTest {
  @TempDir private Path folder;
  private @Nullable Process build;

  @AfterEach
  void end() {
    if (build != null) {
      build.descendants().forEach(ProcessHandle::destroyForcibly);
      build.destroyForcibly();
    }
  }

  @Test
  void endsTheProcessAndTheApplicationByItsName() throws IOException {
    List<String> said = interrupted(InterruptedBuild.FOLLOWED, "named");

    assertThat(said)
        .contains(InterruptedBuild.NOTED + "Ended " + Scene.YARN_ID + " on the cluster");
  }

  @Test
  void endsByItsTagTheApplicationThatHasNoNameYet() throws IOException {
    List<String> said = interrupted(InterruptedBuild.STARTED, "");

    assertThat(said).contains(InterruptedBuild.NOTED + "Ended application_1_7 on the cluster");
  }

  @Test
  void tellsTheCommandForWhatTheManagerDoesNotEnd() throws IOException {
    List<String> said = interrupted(InterruptedBuild.FOLLOWED, "named", "refuses");

    assertThat(said)
        .contains(
            InterruptedBuild.WARNED
                + Scene.YARN_ID
                + " could not be ended: the manager refused. End it with: kill "
                + Scene.YARN_ID);
  }

  /** Interrupts a build after a line of it, and returns what it says to that. */
  private List<String> interrupted(String after, String... words) throws IOException {
    Process started = InterruptedBuild.start(folder, words);
    build = started;
    BufferedReader output = started.inputReader();
    long submitter = Long.parseLong(output.readLine());
    String line = "";
    while (!line.equals(after)) {
      line = output.readLine();
    }
    // Its own destroy() would close the pipe.
    started.toHandle().destroy();
    List<String> said = output.lines().toList();
    assertThat(ProcessHandle.of(submitter).filter(RunningProcess::runs)).isEmpty();
    return said;
  }
}
