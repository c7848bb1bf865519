/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the results of one class while it runs.
 *
 * <p>Several engines may find tests in the same class, so a class is finished when all parts that
 * were found in it are.
 */
final class ClassRun {
  private final String className;
  private final Set<String> unfinishedParts;
  private final ResultPublisher publisher;
  private final List<CaseResult> cases = new ArrayList<>();
  private long millis;
  private boolean started;
  private boolean finished;

  /**
   * Prepares a run.
   *
   * @param parts the JUnit ids that the engines gave to the class
   */
  ClassRun(String className, Set<String> parts, ResultPublisher publisher) {
    this.className = className;
    this.unfinishedParts = new HashSet<>(parts);
    this.publisher = publisher;
  }

  String className() {
    return className;
  }

  boolean isFinished() {
    return finished;
  }

  boolean waitsFor(String part) {
    return unfinishedParts.contains(part);
  }

  void start() {
    if (!started) {
      started = true;
      publisher.classStarted(className);
    }
  }

  void add(CaseResult result) {
    start();
    cases.add(result);
    publisher.caseFinished(className, result);
  }

  /** The class' time is the sum of its parts': other classes may run between two of them. */
  void partFinished(String part, long partMillis) {
    // What is no part, as a method, has its time in that of its class.
    if (unfinishedParts.remove(part)) {
      millis += partMillis;
      if (unfinishedParts.isEmpty()) {
        finish();
      }
    }
  }

  void finish() {
    if (!finished) {
      start();
      finished = true;
      publisher.classFinished(new ClassResult(className, millis, cases));
    }
  }
}
