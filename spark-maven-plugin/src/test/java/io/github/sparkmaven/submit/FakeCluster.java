/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A manager in memory, in the place of a live one. */
final class FakeCluster implements ClusterClient {
  private final Map<String, List<ApplicationReport>> reports = new HashMap<>();
  private final List<String> killed = new ArrayList<>();
  private volatile Search search = new Search(true, List.of(), "");
  private Optional<String> log = Optional.empty();
  private final AtomicInteger searched = new AtomicInteger();
  private boolean kills = true;
  private boolean broken;
  private int faults;
  private int asked;
  private final Set<String> strange = new HashSet<>();
  private final CountDownLatch killing = new CountDownLatch(1);

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

  /** Throws so often before it says anything. */
  synchronized FakeCluster throwsFirst(int times) {
    faults = times;
    return this;
  }

  /** Throws whatever it is told or asked, but for reports. */
  FakeCluster breaks() {
    broken = true;
    return this;
  }

  /** Waits until it has been asked for so many reports. */
  synchronized void awaitAsked(int times) throws InterruptedException {
    while (asked < times) {
      wait();
    }
  }

  /** Returns how often it was asked for a report. */
  synchronized int asked() {
    return asked;
  }

  /** Returns how often it was searched. */
  int searched() {
    return searched.get();
  }

  /** Refuses to end an application until it knows it. */
  synchronized FakeCluster knowsNot(String id) {
    strange.add(id);
    return this;
  }

  synchronized FakeCluster knows(String id) {
    strange.remove(id);
    return this;
  }

  /** Waits until it is told to end something. */
  void awaitKill() throws InterruptedException {
    killing.await();
  }

  synchronized List<String> killed() {
    return List.copyOf(killed);
  }

  @Override
  public synchronized ApplicationReport report(String id) {
    asked++;
    notifyAll();
    if (asked <= faults) {
      throw new IllegalStateException("a fault of the client");
    }
    List<ApplicationReport> left =
        reports.getOrDefault(id, List.of(ApplicationReport.unknown(id, "nobody knows " + id)));
    return left.size() > 1 ? left.remove(0) : left.get(0);
  }

  @Override
  public synchronized Kill kill(String id) {
    killed.add(id);
    breakIfBroken();
    killing.countDown();
    if (strange.contains(id)) {
      return new Kill(false, "nobody knows " + id);
    }
    if (!kills) {
      return new Kill(false, "the manager refused");
    }
    List<ApplicationReport> left =
        search.found().stream().filter(report -> !report.id().equals(id)).toList();
    search = new Search(search.complete(), left, search.note());
    return new Kill(true, "ended");
  }

  @Override
  public Search search(String project) {
    searched.incrementAndGet();
    breakIfBroken();
    return search;
  }

  @Override
  public String logs(String id, Path file) throws IOException {
    breakIfBroken();
    Files.writeString(file, log.orElseThrow(() -> new IOException("there is none")));
    return "The log of " + id;
  }

  private void breakIfBroken() {
    if (broken) {
      throw new IllegalStateException("a fault of the client");
    }
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
