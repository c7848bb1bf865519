/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger holds at each step of a submission. */
@Timeout(30)
class LedgerPageTest {
  @TempDir private Path folder;
  private Scene scene;
  private final List<Outcome> seen = new ArrayList<>();

  @BeforeEach
  void set() {
    scene = new Scene(folder);
  }

  @Test
  void holdsTheIntentBeforeAnythingStarts() {
    scene.cluster.says(scene.is(ApplicationState.SUCCEEDED)).logs("");

    course("exit 0").run(Optional.empty(), () -> {});

    assertThat(seen).containsExactly(Outcome.INTENDED);
  }

  @Test
  void holdsTheProcessWhileItRuns() {
    scene.on(Manager.LOCAL).mode = DeployMode.CLIENT;
    // The script sees its own page, as another shell would.
    String pages = folder.resolve("submissions") + "/*.json";

    course("until grep -q processStarted " + pages + "; do :; done; echo $$; cat " + pages)
        .run(Optional.empty(), () -> {});

    List<String> printed = scene.heard.printed();
    assertThat(String.join("\n", printed.subList(1, printed.size())))
        .containsPattern("\"state\" ?: ?\"running\"")
        .containsPattern("\"process\" ?: ?" + printed.get(0) + ",")
        .doesNotContain("\"ended\"");
    assertThat(scene.outcome().state()).isEqualTo("succeeded");
    assertThat(scene.outcome().ended()).contains(scene.clock.instant());
  }

  @Test
  void holdsWhatTheManagerSaysOfAnApplicationThatIsAlive() {
    LedgerPage page = page();

    page.learnt(DriverFacts.NOTHING, Optional.of("an id"), Optional.of(is("WAITING")));
    assertThat(scene.outcome().state()).isEqualTo("waiting");
    assertThat(scene.outcome().clusterId()).contains("an id");
    page.learnt(DriverFacts.NOTHING, Optional.of("an id"), Optional.of(is("RUNNING")));
    assertThat(scene.outcome().state()).isEqualTo("running");
    page.learnt(DriverFacts.NOTHING, Optional.of("an id"), Optional.of(is("UNKNOWN")));
    assertThat(scene.outcome().state()).isEqualTo("running");
    page.learnt(DriverFacts.NOTHING, Optional.of("an id"), Optional.of(is("SUCCEEDED")));
    assertThat(scene.outcome().state()).as("the verdict may be another").isEqualTo("running");
  }

  @Test
  void holdsThatNothingCouldBeStarted() {
    Course course =
        scene.course(
            command -> {
              throw new IOException("error=2, No such file or directory");
            });

    assertThatThrownBy(() -> course.run(Optional.empty(), () -> {}))
        .isInstanceOf(EnvironmentException.class);
    assertThat(scene.outcome().state()).isEqualTo("failed");
    assertThat(scene.outcome().message())
        .isEqualTo(
            "Cannot start "
                + folder.resolve("home/bin/spark-submit")
                + ": error=2, No such file or directory");
    assertThat(scene.outcome().ended()).contains(scene.clock.instant());
  }

  @Test
  void startsNothingWhereTheIntentCannotBeWritten() throws IOException {
    Files.createFile(folder.resolve("submissions"));

    assertThatThrownBy(() -> course("exit 0").run(Optional.empty(), () -> {}))
        .isInstanceOf(EnvironmentException.class);
    assertThat(seen).isEmpty();
  }

  @Test
  void keepsTheVerdictWhereThePageCannotBeWrittenAnyMore() {
    scene.on(Manager.LOCAL).mode = DeployMode.CLIENT;
    Path page = folder.resolve("submissions").resolve(Scene.TAG.submission() + ".json");
    Course course =
        scene.course(
            command -> {
              Files.delete(page);
              Files.createDirectories(page.resolve("in the way"));
              return new ProcessBuilder("sh", "-c", "exit 3").start();
            });

    assertThatThrownBy(() -> course.run(Optional.empty(), () -> {}))
        .isInstanceOf(JobFailedException.class)
        .hasMessageStartingWith("job com.acme.Clustering: failed with exit code 3");
    assertThat(scene.heard.warned())
        .singleElement()
        .asString()
        .startsWith("The ledger is not up to date: ");
  }

  private static ApplicationReport is(String state) {
    return ApplicationReport.of("an id", ApplicationState.valueOf(state), "");
  }

  private LedgerPage page() {
    course("exit 0");
    return LedgerPage.open(
        scene.ledger,
        scene.ledger.find(Scene.TAG.submission()).orElseThrow().intent(),
        scene.heard,
        scene.clock);
  }

  private Course course(String script) {
    return scene.course(
        command -> {
          seen.add(scene.outcome());
          return new ProcessBuilder("sh", "-c", script).start();
        });
  }
}
