/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Turns what JUnit tells into results of classes.
 *
 * <p>Its methods are synchronized because JUnit calls them from many threads when the user has
 * turned on parallel execution.
 */
final class ResultListener implements TestExecutionListener {
  private final TestTree tree;
  private final Map<String, ClassRun> runs;
  private final ResultPublisher publisher;
  private final Map<String, ClassRun> runsOfEngines = new LinkedHashMap<>();
  private final Map<String, Long> startNanos = new HashMap<>();

  /**
   * Prepares to listen.
   *
   * @param runs the classes' runs by the JUnit ids of their parts
   */
  ResultListener(TestTree tree, Map<String, ClassRun> runs, ResultPublisher publisher) {
    this.tree = tree;
    this.runs = new LinkedHashMap<>(runs);
    this.publisher = publisher;
  }

  @Override
  public synchronized void executionStarted(TestIdentifier identifier) {
    startNanos.put(identifier.getUniqueId(), System.nanoTime());
    if (!tree.isEngine(identifier)) {
      runOf(identifier).start();
    }
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
    if (tree.isEngine(identifier)) {
      tree.partsOf(identifier).forEach(part -> executionSkipped(part, reason));
      return;
    }
    ClassRun run = runOf(identifier);
    run.add(CaseResult.skipped(tree.nameOf(identifier, run.className()), 0, reason));
    run.partFinished(identifier.getUniqueId(), 0);
  }

  @Override
  public synchronized void executionFinished(
      TestIdentifier identifier, TestExecutionResult result) {
    if (tree.isEngine(identifier)) {
      engineFinished(identifier, result);
      return;
    }
    ClassRun run = runOf(identifier);
    long millis = millisOf(identifier);
    caseOf(identifier, tree.nameOf(identifier, run.className()), millis, result)
        .ifPresent(run::add);
    run.partFinished(identifier.getUniqueId(), millis);
  }

  /** Ends the classes that no engine has ended: a test that was never run must not look passed. */
  synchronized void finishAll() {
    for (ClassRun run : new LinkedHashSet<>(runs.values())) {
      if (!run.isFinished()) {
        Thrown nothing = Thrown.because("the engine did not run all tests that it had found");
        run.add(CaseResult.error(run.className(), 0, nothing));
        run.finish();
      }
    }
    runsOfEngines.values().forEach(ClassRun::finish);
  }

  private static Optional<CaseResult> caseOf(
      TestIdentifier identifier, String name, long millis, TestExecutionResult result) {
    Thrown thrown = thrownBy(result);
    if (result.getStatus() == Status.ABORTED) {
      return Optional.of(CaseResult.skipped(name, millis, thrown.message()));
    }
    if (result.getStatus() == Status.FAILED) {
      return Optional.of(
          identifier.isTest()
              ? CaseResult.failed(name, millis, thrown)
              : CaseResult.error(name, millis, thrown));
    }
    return identifier.isTest() ? Optional.of(CaseResult.passed(name, millis)) : Optional.empty();
  }

  /** The engine's failure belongs to the classes that it kept from running, or else to itself. */
  private void engineFinished(TestIdentifier engine, TestExecutionResult result) {
    if (result.getStatus() != Status.FAILED) {
      return;
    }
    Thrown thrown = thrownBy(result);
    Set<ClassRun> failed = new LinkedHashSet<>();
    for (TestIdentifier part : tree.partsOf(engine)) {
      ClassRun run = runOf(part);
      if (run.waitsFor(part.getUniqueId())) {
        if (failed.add(run)) {
          run.add(CaseResult.error(run.className(), 0, thrown));
        }
        // The class may have another part, of another engine.
        run.partFinished(part.getUniqueId(), 0);
      }
    }
    if (failed.isEmpty()) {
      ClassRun run = runOfEngine(engine);
      run.add(CaseResult.error(run.className(), 0, thrown));
    }
  }

  private static Thrown thrownBy(TestExecutionResult result) {
    return result.getThrowable().map(Thrown::of).orElse(Thrown.NOTHING);
  }

  private ClassRun runOf(TestIdentifier identifier) {
    return Optional.ofNullable(runs.get(tree.partOf(identifier).getUniqueId()))
        .orElseGet(() -> runOfEngine(identifier));
  }

  /** For what belongs to no requested class, such as a shared resource that does not close. */
  private ClassRun runOfEngine(TestIdentifier identifier) {
    String engine = UniqueId.parse(identifier.getUniqueId()).getEngineId().orElse("junit");
    return runsOfEngines.computeIfAbsent(
        engine, name -> new ClassRun(name, Collections.emptySet(), publisher));
  }

  private long millisOf(TestIdentifier identifier) {
    long now = System.nanoTime();
    return TimeUnit.NANOSECONDS.toMillis(
        now - startNanos.getOrDefault(identifier.getUniqueId(), now));
  }
}
