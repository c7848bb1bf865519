/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.process.ProcessEnd;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The programs of this machine, which speak the language of its programmers. */
record LiveCommands(Duration patience) implements Commands {

  @Override
  public Said run(List<String> words) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("LC_ALL", "C");
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    ProcessEnd end =
        new FollowedProcess(builder.start(), lines::add, lines::add)
            .await(Optional.of(new TimeLimit(patience)));
    if (end.timedOut()) {
      throw new IOException(words.get(0) + " did not end within " + new TimeLimit(patience));
    }
    return new Said(end.exitCode(), List.copyOf(lines));
  }
}
