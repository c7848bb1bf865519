/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.local.LocalProcesses.LocalProcess;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.process.ProcessTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what happens with an earlier submission that is still alive, as {@code onRunning} says.
 */
final class Settlement {
  private final ClusterClient client;
  private final SubmitRequest request;
  private final SubmitListener listener;

  Settlement(ClusterClient client, SubmitRequest request, SubmitListener listener) {
    this.client = client;
    this.request = request;
    this.listener = listener;
  }

  /**
   * Settles.
   *
   * @param content the digest of what is to be submitted
   * @return the running application to follow instead of submitting
   * @throws InputException if there is one in the way
   * @throws EnvironmentException if one that is to be replaced cannot be ended
   */
  Optional<ApplicationReport> of(List<EarlierSubmission> alive, String content) {
    if (alive.isEmpty()) {
      return Optional.empty();
    }
    return switch (request.options().onRunning()) {
      case FAIL -> throw inTheWay(alive, "is still alive");
      case REATTACH -> Optional.of(same(alive, content));
      case REPLACE -> {
        alive.forEach(this::end);
        yield Optional.empty();
      }
    };
  }

  private ApplicationReport same(List<EarlierSubmission> alive, String content) {
    if (alive.size() > 1) {
      throw inTheWay(alive, "is still alive, and only a single one can be followed");
    }
    EarlierSubmission one = alive.get(0);
    if (!request.target().driverInCluster() || one.report().isEmpty()) {
      throw inTheWay(
          alive,
          "is still alive; its driver is a process of its own, whose exit code nobody else gets");
    }
    if (!one.content().equals(Optional.of(content))) {
      throw inTheWay(
          alive,
          one.content().isPresent()
              ? "is still alive, and runs another jar, other arguments or another configuration"
              : "is still alive, and it is not known what it runs");
    }
    listener.noted("Following " + one + ", which is the same job");
    List<String> unread = ContentHash.unread(request.application());
    if (!unread.isEmpty()) {
      listener.warned(
          "Whether these have changed since it was submitted cannot be seen from here: "
              + String.join(", ", unread));
    }
    return one.report().get();
  }

  private InputException inTheWay(List<EarlierSubmission> alive, String what) {
    String which =
        alive.stream().map(EarlierSubmission::toString).collect(Collectors.joining(", "));
    return new InputException(
        request.application().name(),
        "an earlier submission of it " + what + ": " + which,
        "Wait for it, end it with "
            + killCommand(alive.get(0))
            + ", or set "
            + request.steps().onRunning()
            + " to replace"
            + (request.options().onRunning() == OnRunning.FAIL && request.target().driverInCluster()
                ? " or reattach"
                : ""));
  }

  /** Of a process that neither the ledger nor the cluster knows, only the system can be told. */
  private String killCommand(EarlierSubmission earlier) {
    boolean known = earlier.report().isPresent() || earlier.content().isPresent();
    return earlier
        .process()
        .filter(process -> !known)
        .map(process -> "kill " + process.pid())
        .orElseGet(() -> request.steps().kill() + earlier.id());
  }

  private void end(EarlierSubmission earlier) {
    listener.noted("Ending " + earlier);
    earlier.process().ifPresent(process -> end(earlier, process));
    earlier
        .report()
        .ifPresent(
            report -> {
              ClusterClient.Kill kill = client.kill(report.id());
              require(
                  kill.ended(),
                  earlier,
                  kill.said() + "; end it with: " + client.killCommand(report.id()));
            });
  }

  private static void end(EarlierSubmission earlier, LocalProcess process) {
    require(
        ProcessHandle.of(process.pid()).map(ProcessTree::end).orElse(true),
        earlier,
        "its process runs on; end it with: kill -9 " + process.pid());
  }

  private static void require(boolean ended, EarlierSubmission earlier, String why) {
    if (!ended) {
      throw new EnvironmentException(
          "The earlier submission " + earlier + " could not be ended: " + why, null);
    }
  }
}
