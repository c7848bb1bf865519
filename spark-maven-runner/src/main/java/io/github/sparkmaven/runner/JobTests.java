/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Finds the tests of the requested classes and runs them in one test plan.
 *
 * <p>One plan, not one a class: JUnit closes what extensions share when a plan ends, and the Spark
 * session that the tests share would have to start again for each class. Each class is looked up on
 * its own before that, because a class that cannot be loaded would fail the discovery of all, and
 * because this tells without guessing which parts of the plan belong to which class.
 */
final class JobTests {
  private final ResultPublisher publisher;
  private final MethodFilter filter;
  private final Map<String, ClassRun> runs = new LinkedHashMap<>();
  private final List<Class<?>> selected = new ArrayList<>();

  JobTests(ResultPublisher publisher, List<String> filter) {
    this.publisher = publisher;
    this.filter = new MethodFilter(filter);
  }

  void run(List<String> classNames) {
    try (LauncherSession session = LauncherFactory.openSession()) {
      Launcher launcher = session.getLauncher();
      classNames.forEach(className -> find(launcher, className));
      if (!selected.isEmpty()) {
        TestPlan plan = launcher.discover(requestFor(selected));
        ResultListener listener = new ResultListener(new TestTree(plan), runs, publisher);
        launcher.execute(plan, listener);
        listener.finishAll();
      }
    }
  }

  private void find(Launcher launcher, String className) {
    try {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      Class<?> type = Class.forName(className, false, loader);
      // Fails, and names the class that is missing, where JUnit would name only its engine.
      Objects.requireNonNull(type.getDeclaredMethods());
      register(type, partsOf(launcher.discover(requestFor(Collections.singletonList(type)))));
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      Thrown thrown = Thrown.of(rootCauseOf(e));
      ClassRun run = new ClassRun(className, Collections.emptySet(), publisher);
      run.add(CaseResult.error(className, 0, thrown));
      run.finish();
    }
  }

  private void register(Class<?> type, Set<String> parts) {
    if (!parts.isEmpty()) {
      selected.add(type);
    }
    // A nested class that is requested beside its outer class is a piece of the same part.
    parts.removeAll(runs.keySet());
    ClassRun run = new ClassRun(type.getName(), parts, publisher);
    parts.forEach(part -> runs.put(part, run));
    if (parts.isEmpty()) {
      run.finish();
    }
  }

  private static Set<String> partsOf(TestPlan plan) {
    Set<String> parts = new LinkedHashSet<>();
    for (TestIdentifier engine : plan.getRoots()) {
      plan.getChildren(engine).forEach(part -> parts.add(part.getUniqueId()));
    }
    return parts;
  }

  private LauncherDiscoveryRequest requestFor(List<Class<?>> types) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request().filters(filter);
    types.forEach(type -> request.selectors(DiscoverySelectors.selectClass(type)));
    return request.build();
  }

  /** JUnit wraps what went wrong twice, in messages that name only the engine. */
  private static Throwable rootCauseOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
