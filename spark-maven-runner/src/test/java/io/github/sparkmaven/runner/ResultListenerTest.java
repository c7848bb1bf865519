/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What engines other than Jupiter may do. */
final class ResultListenerTest {
  private final ByteArrayOutputStream channel = new ByteArrayOutputStream();
  private final Map<String, ClassRun> runs = new LinkedHashMap<>();

  @TempDir private Path directory;

  @Test
  void takesTestsDirectlyBelowTheEngineForTheClass() throws IOException {
    ScriptedEngine engine = new ScriptedEngine("flat", ResultListenerTest::passAll, "one", "two");
    assertThat(eventsOf(classOf("JobTest", id("flat", "one"), id("flat", "two")), engine))
        .containsExactly(
            "class-started JobTest", "class-finished JobTest 2 0 0 0", "finished 2 0 0 0");
  }

  @Test
  void reportsWhatNobodyRequestedUnderTheEngine() throws IOException {
    ScriptedEngine engine = new ScriptedEngine("flat", ResultListenerTest::passAll, "one", "two");
    assertThat(eventsOf(classOf("JobTest", id("flat", "one")), engine))
        .containsExactly(
            "class-started JobTest",
            "class-finished JobTest 1 0 0 0",
            "class-started flat",
            "class-finished flat 1 0 0 0",
            "finished 2 0 0 0");
  }

  @Test
  void countsEngineFailureOnlyForThePartsThatDidNotRun() throws IOException {
    ScriptedEngine failing =
        new ScriptedEngine(
            "failing",
            (listener, root) ->
                listener.executionFinished(
                    root, TestExecutionResult.failed(new AssertionError("engine stalled"))),
            "one",
            "two");
    ScriptedEngine flat = new ScriptedEngine("flat", ResultListenerTest::passAll, "three");
    assertThat(
            eventsOf(
                classOf("JobTest", id("failing", "one"), id("failing", "two"), id("flat", "three")),
                failing,
                flat))
        .containsExactly(
            "class-started JobTest",
            "test-failed JobTest JobTest error java.lang.AssertionError: engine stalled",
            "class-finished JobTest 2 0 1 0",
            "finished 2 0 1 0");
  }

  @Test
  void countsClassThatTheEngineForgotAsError() throws IOException {
    ScriptedEngine engine = new ScriptedEngine("lazy", (listener, root) -> {}, "one");
    assertThat(eventsOf(classOf("JobTest", id("lazy", "one")), engine))
        .containsExactly(
            "class-started JobTest",
            "test-failed JobTest JobTest error the engine did not run all tests that it had found",
            "class-finished JobTest 1 0 1 0",
            "finished 1 0 1 0");
  }

  @Test
  void countsTheClassesOfSkippedEngineAsSkipped() throws IOException {
    ScriptedEngine engine =
        new ScriptedEngine(
            "off", (listener, root) -> listener.executionSkipped(root, "switched off"), "one");
    assertThat(eventsOf(classOf("JobTest", id("off", "one")), engine))
        .containsExactly(
            "class-started JobTest",
            "test-skipped JobTest one switched off",
            "class-finished JobTest 1 0 0 1",
            "finished 1 0 0 1");
  }

  private static void passAll(EngineExecutionListener listener, TestDescriptor root) {
    for (TestDescriptor test : root.getChildren()) {
      listener.executionStarted(test);
      listener.executionFinished(test, TestExecutionResult.successful());
    }
  }

  private static String id(String engine, String test) {
    return ScriptedEngine.idOf(engine, test);
  }

  private ResultPublisher classOf(String className, String... parts) {
    ResultPublisher publisher =
        new ResultPublisher(new EventChannel(channel), new SurefireReport(directory));
    ClassRun run = new ClassRun(className, new LinkedHashSet<>(Arrays.asList(parts)), publisher);
    for (String part : parts) {
      runs.put(part, run);
    }
    return publisher;
  }

  private List<String> eventsOf(ResultPublisher publisher, ScriptedEngine... engines)
      throws IOException {
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(engines)
            .build();
    Launcher launcher = LauncherFactory.create(config);
    TestPlan plan = launcher.discover(LauncherDiscoveryRequestBuilder.request().build());
    ResultListener listener = new ResultListener(new TestTree(plan), runs, publisher);
    launcher.execute(plan, listener);
    listener.finishAll();
    publisher.publishTotals();
    return Events.in(channel.toByteArray());
  }
}
