/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A manager in memory, in the place of a live one. */
final class FakeCluster implements ClusterClient {
  private final Map<String, List<ApplicationReport>> reports = new HashMap<>();
  private final List<String> killed = new ArrayList<>();
  private Search search = new Search(true, List.of(), "");
  private Optional<String> log = Optional.empty();
  private boolean kills = true;
  private Optional<ProcessHandle> submitter = Optional.empty();
  private List<ApplicationReport> late = List.of();
  private final CountDownLatch asked = new CountDownLatch(1);

  /** Says these reports one after the other, and the last one from then on. */
  synchronized FakeCluster says(ApplicationReport... inTurn) {
    reports.put(inTurn[0].id(), new ArrayList<>(List.of(inTurn)));
    return this;
  }

  FakeCluster finds(Search found) {
    search = found;
    return this;
  }

  FakeCluster logs(String text) {
    log = Optional.of(text);
    return this;
  }

  FakeCluster cannotKill() {
    kills = false;
    return this;
  }

  /** Hears of an application when the process that submits it ends, as its last deed. */
  FakeCluster getsAtItsEnd(ProcessHandle process, ApplicationReport application) {
    submitter = Optional.of(process);
    late = List.of(application);
    return this;
  }

  /** Waits until it is told to end something. */
  void awaitKill() throws InterruptedException {
    asked.await();
  }

  synchronized List<String> killed() {
    return List.copyOf(killed);
  }

  @Override
  public synchronized ApplicationReport report(String id) {
    List<ApplicationReport> left =
        reports.getOrDefault(id, List.of(ApplicationReport.unknown(id, "nobody knows " + id)));
    return left.size() > 1 ? left.remove(0) : left.get(0);
  }

  @Override
  public synchronized Kill kill(String id) {
    killed.add(id);
    asked.countDown();
    if (submits()) {
      return new Kill(false, "nobody knows " + id);
    }
    return new Kill(kills, kills ? "ended" : "the manager refused");
  }

  @Override
  public Search search(String project) {
    return late.isEmpty() || submits() ? search : new Search(true, late, "");
  }

  private boolean submits() {
    return submitter.filter(ProcessHandle::isAlive).isPresent();
  }

  @Override
  public String logs(String id, Path file) throws IOException {
    Files.writeString(file, log.orElseThrow(() -> new IOException("there is none")));
    return "The log of " + id;
  }

  @Override
  public String lookCommand(String id) {
    return "look at " + id;
  }

  @Override
  public String killCommand(String id) {
    return "kill " + id;
  }

  @Override
  public void close() {}
}
