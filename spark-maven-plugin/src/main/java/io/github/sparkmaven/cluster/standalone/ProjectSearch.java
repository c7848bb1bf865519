/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient.Search;
import io.github.sparkmaven.cluster.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Looks through what is active for what bears a project's tag.
 *
 * <p>The master keeps no tags. A driver's settings stand on the command line that its worker logs,
 * an application's in the environment that its web UI shows. What shows neither is named as a
 * doubt.
 */
final class ProjectSearch {
  private static final int THREADS = 8;

  private final MasterState state;
  private final String project;
  private final AppPages pages;
  private final WorkerLogs logs;
  private final Reports reports;
  private final Map<String, RunningApp> byApp = new ConcurrentHashMap<>();
  private final List<ApplicationReport> found = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  ProjectSearch(
      MasterState state, String project, AppPages pages, WorkerLogs logs, Reports reports) {
    this.state = state;
    this.project = project;
    this.pages = pages;
    this.logs = logs;
    this.reports = reports;
  }

  Search run() {
    if (state.recovering()) {
      doubts.add("the master has just taken over, and finds out what runs");
    }
    List<AppEntry> apps = state.apps().stream().filter(AppEntry::active).toList();
    readAll(apps);
    state.drivers().stream().filter(DriverEntry::active).forEach(this::look);
    apps.forEach(this::look);
    return new Search(doubts.isEmpty(), found, note());
  }

  /** Side by side, because each may be out of reach and take its patience. */
  private void readAll(List<AppEntry> apps) {
    List<Thread> threads = new ArrayList<>();
    Queue<AppEntry> left = new ConcurrentLinkedQueue<>(apps);
    for (int i = 0; i < Math.min(THREADS, apps.size()); i++) {
      Thread thread = new Thread(() -> readFrom(left), "search-applications");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      // What was not read is a doubt.
      Thread.currentThread().interrupt();
    }
  }

  private void readFrom(Queue<AppEntry> left) {
    for (AppEntry app = left.poll(); app != null; app = left.poll()) {
      String id = app.id();
      pages.tried(state.page(), id).ifPresent(running -> byApp.put(id, running));
    }
  }

  private void look(DriverEntry driver) {
    Optional<Map<String, String>> settings = logs.settings(state, driver);
    Optional<RunningApp> app =
        byApp.values().stream().filter(it -> it.driver().equals(driver.id())).findFirst();
    Optional<Tag> tag = settings.flatMap(Tag::ofSettings).or(() -> app.flatMap(RunningApp::tag));
    if (tag.filter(this::ours).isPresent()) {
      found.add(tagged(reports.driver(state, driver), tag));
    } else if (settings.isEmpty() && app.isEmpty()) {
      doubts.add(driver.id() + " (" + driver.mainClass() + ", " + driver.state() + ")");
    }
  }

  private void look(AppEntry app) {
    Optional<RunningApp> running = Optional.ofNullable(byApp.get(app.id()));
    Optional<DriverEntry> driver =
        running.flatMap(it -> state.driver(it.driver())).filter(DriverEntry::active);
    if (driver.isPresent()) {
      // It stands for its application.
      return;
    }
    Optional<Tag> tag = running.flatMap(RunningApp::tag);
    if (tag.filter(this::ours).isPresent() || app.name().equals(Tag.yarnTag(project))) {
      found.add(tagged(reports.app(state, app), tag));
    } else if (running.isEmpty()) {
      doubts.add(app.id() + " (" + app.name() + ", " + app.state() + ")");
    }
  }

  private boolean ours(Tag tag) {
    return tag.project().equals(project);
  }

  private String note() {
    return doubts.isEmpty()
        ? ""
        : "the master does not say whose these are, and they do not tell: "
            + String.join(", ", doubts);
  }

  private static ApplicationReport tagged(ApplicationReport report, Optional<Tag> tag) {
    return new ApplicationReport(
        report.id(),
        report.state(),
        report.exitCode(),
        report.detail(),
        report.since(),
        report.ui(),
        tag);
  }
}
