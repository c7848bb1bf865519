/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at a machine and a project, all at the same time, and within one time limit. */
public final class Doctor {
  private final Surroundings surroundings;

  /** Looks at these surroundings. */
  public Doctor(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Looks at everything; what cannot be looked at is a finding of its own. */
  public DoctorResult run(DoctorRequest request) {
    return run(Examinations.of(request, surroundings), request.limit());
  }

  /** Makes examinations, each in a thread of its own, for most of them only wait. */
  static DoctorResult run(List<Examination> examinations, TimeLimit limit) {
    ExecutorService threads = Executors.newFixedThreadPool(examinations.size(), Doctor::daemon);
    try {
      List<Callable<List<Finding>>> tasks = new ArrayList<>();
      examinations.forEach(examination -> tasks.add(() -> findings(examination)));
      // What is not done in time is cancelled.
      List<Future<List<Finding>>> done =
          threads.invokeAll(tasks, limit.duration().toMillis(), TimeUnit.MILLISECONDS);
      List<Finding> all = new ArrayList<>();
      for (int i = 0; i < done.size(); i++) {
        told(examinations.get(i), done.get(i), limit)
            .filter(finding -> all.stream().noneMatch(finding::repeats))
            .forEach(all::add);
      }
      return new DoctorResult(all);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException("Interrupted while looking around", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Finding> findings(Examination examination) {
    try {
      return examination.findings();
    } catch (InputException e) {
      return e.problems().stream()
          .map(problem -> Finding.error(examination.id(), problem, "The goals refuse it."))
          .toList();
    } catch (EnvironmentException | IOException e) {
      return List.of(
          Finding.warning(
              examination.id(),
              "cannot be looked at: " + text(e),
              "What stands behind it may fail.",
              "Look at what the message names"));
    }
  }

  private static Stream<Finding> told(
      Examination examination, Future<List<Finding>> done, TimeLimit limit)
      throws InterruptedException {
    try {
      return done.get().stream();
    } catch (CancellationException e) {
      return Stream.of(
          Finding.warning(
              examination.id(),
              "was not looked at to its end within " + limit,
              "Something that it asks is slow or does not answer.",
              "Give it more time: -Dspark.maven.doctor.timeout=60s"));
    } catch (ExecutionException e) {
      return Stream.of(
          Finding.warning(
              examination.id(),
              "cannot be looked at: " + e.getCause(),
              "This is a fault of spark-maven-plugin itself.",
              "Report it with the output of mvn -e -X"));
    }
  }

  private static String text(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "doctor");
    thread.setDaemon(true);
    return thread;
  }
}
