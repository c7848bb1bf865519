/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a driver's or an application's state out of what the master shows. */
final class Reports {
  private static final String EXCEPTION = "Exception from the cluster:";

  private final SubmissionServers servers;
  private final AppPages pages;

  Reports(SubmissionServers servers, AppPages pages) {
    this.servers = servers;
    this.pages = pages;
  }

  ApplicationReport driver(MasterState state, DriverEntry driver) {
    return switch (driver.state()) {
      case "SUBMITTED" ->
          report(driver, ApplicationState.WAITING, Waiting.driver(state, driver), Optional.empty());
      case "RUNNING" -> running(state, driver);
      case "FINISHED" -> report(driver, ApplicationState.SUCCEEDED, "", Optional.empty());
      case "FAILED" ->
          report(driver, ApplicationState.FAILED, failure(state, driver), Optional.empty());
      case "KILLED" -> report(driver, ApplicationState.KILLED, "", Optional.empty());
      case "ERROR" -> error(state, driver);
      case "RELAUNCHING" -> unknown(driver, successors(state, driver));
      default ->
          unknown(driver, "the master itself says " + driver.state() + ": it has lost sight of it");
    };
  }

  ApplicationReport app(MasterState state, AppEntry app) {
    Optional<RunningApp> running =
        app.active() ? pages.tried(state.page(), app.id()) : Optional.empty();
    return switch (app.state()) {
      case "WAITING" -> report(app, ApplicationState.WAITING, Waiting.app(state, app), running);
      case "RUNNING" -> report(app, ApplicationState.RUNNING, "", running);
      case "FAILED" ->
          report(
              app,
              ApplicationState.FAILED,
              "the master gave it up: its executors kept failing",
              running);
      case "KILLED" -> report(app, ApplicationState.KILLED, "", running);
      case "FINISHED" ->
          report(
              app,
              ApplicationState.UNKNOWN,
              "the driver has left the master, which calls that FINISHED whatever it came to:"
                  + " its exit code is known only where spark-submit ran",
              running);
      default ->
          report(
              app,
              ApplicationState.UNKNOWN,
              "the master itself says " + app.state() + ": it has lost sight of it",
              running);
    };
  }

  /** Reads the answer of a submission server, where no web UI answers. */
  ApplicationReport driver(String id, SubmissionServers.Said said) {
    String state = said.state().orElse("UNKNOWN");
    return switch (state) {
      case "SUBMITTED" ->
          ApplicationReport.of(id, ApplicationState.WAITING, "no worker has taken the driver yet");
      case "RUNNING" -> ApplicationReport.of(id, ApplicationState.RUNNING, "");
      case "FINISHED" -> ApplicationReport.of(id, ApplicationState.SUCCEEDED, "");
      case "KILLED" -> ApplicationReport.of(id, ApplicationState.KILLED, "");
      case "FAILED" ->
          ApplicationReport.of(
              id, ApplicationState.FAILED, "its process ended with another exit code than 0");
      case "ERROR" ->
          said.message().isEmpty()
              ? ApplicationReport.unknown(id, LOST)
              : ApplicationReport.of(id, ApplicationState.FAILED, exception(said.message()));
      default -> ApplicationReport.unknown(id, "the master says " + state);
    };
  }

  private ApplicationReport running(MasterState state, DriverEntry driver) {
    if (state.worker(driver).filter(WorkerEntry::lost).isPresent()) {
      return unknown(driver, LOST);
    }
    Optional<URI> ui = pages.ofDriver(state, driver).map(RunningApp::ui);
    return report(driver, ApplicationState.RUNNING, "", ui);
  }

  private static final String LOST =
      "the master lost the driver's worker, and does not know what became of the driver";

  /** A worker that cannot start a driver says why; a master that loses a worker says nothing. */
  private ApplicationReport error(MasterState state, DriverEntry driver) {
    SubmissionServers.Said said = servers.status(driver.id());
    if (said.success() && !said.message().isEmpty()) {
      return report(driver, ApplicationState.FAILED, exception(said.message()), Optional.empty());
    }
    boolean told = said.address().isPresent();
    boolean there = state.worker(driver).filter(worker -> !worker.lost()).isPresent();
    return told || !there
        ? unknown(driver, LOST)
        : report(
            driver,
            ApplicationState.FAILED,
            "its worker could not run it, as where the jar is missing there; the worker's own log"
                + " says why",
            Optional.empty());
  }

  private static String failure(MasterState state, DriverEntry driver) {
    return "its process ended with another exit code than 0, which the master does not keep"
        + WorkerLogs.page(state, driver).map(page -> "; its log: " + page).orElse("");
  }

  private static String successors(MasterState state, DriverEntry driver) {
    String others =
        String.join(
            ", ",
            state.drivers().stream()
                .filter(other -> other.mainClass().equals(driver.mainClass()))
                .filter(other -> other.id().compareTo(driver.id()) > 0)
                .map(other -> other.id() + " (" + other.state() + ")")
                .toList());
    return "its worker was lost, and the master started it again under another id"
        + (others.isEmpty() ? "" : "; of the same main class are " + others);
  }

  /** The first line of what the server gives of an exception's trace. */
  private static String exception(String message) {
    String trace = message.replace(EXCEPTION, "").strip();
    return "its worker could not run it: " + trace.lines().findFirst().orElse(trace);
  }

  private static ApplicationReport unknown(DriverEntry driver, String why) {
    return report(driver, ApplicationState.UNKNOWN, why, Optional.empty());
  }

  private static ApplicationReport report(
      DriverEntry driver, ApplicationState state, String detail, Optional<URI> ui) {
    return new ApplicationReport(
        driver.id(), state, OptionalInt.empty(), detail, driver.since(), ui, Optional.empty());
  }

  private static ApplicationReport report(
      AppEntry app, ApplicationState state, String detail, Optional<RunningApp> running) {
    return new ApplicationReport(
        app.id(),
        state,
        OptionalInt.empty(),
        detail,
        app.since(),
        running.map(RunningApp::ui),
        running.flatMap(RunningApp::tag));
  }
}
