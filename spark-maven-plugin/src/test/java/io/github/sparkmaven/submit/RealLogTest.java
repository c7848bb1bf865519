/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real logs, read. */
class RealLogTest {
  @TempDir Path folder;
  private final Heard heard = new Heard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local-main          | java.io.IOException: disk says no",
        "local-task          | java.lang.IllegalStateException: boom",
        "local-taskcause     | java.io.IOException: cannot read part 7",
        "local-taskwrapped   | java.lang.IllegalStateException: boom",
        "local-sqltask       | java.lang.IllegalStateException: boom",
        "local-caughtexit    | java.lang.IllegalStateException: boom",
        "local-recovered     | java.lang.UnsupportedOperationException: the real end",
        "local-serial        | java.io.NotSerializableException: java.lang.Object",
        "local-classmissing  | Failed to load class com.acme.Nope",
        "local-jarmissing    | Local jar /builds/acme/nojar.jar does not exist (Failed to load class com.acme.Clustering)",
        "sa-task             | java.lang.IllegalStateException: boom",
        "sa-nomaster         | All masters are unresponsive: spark://127.0.0.1:17099",
        "local-oomdriver     | java.lang.OutOfMemoryError: Java heap space, in the driver, whose heap is limited by spark.driver.memory=1g",
        "local-maxresult     | Total size of serialized results of 1 tasks (2.9 MiB) is bigger than spark.driver.maxResultSize (1024.0 KiB)",
      })
  void tellsWhatEndedTheJob(String log, String cause) {
    for (String spark : List.of("3.5.5", "4.1.0")) {
      assertThat(read(spark + "-" + log).cause()).as(spark).map(RootCause::text).contains(cause);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.1.0-structured-task             | java.lang.IllegalStateException: boom",
        "4.1.0-structured-taskcause        | java.io.IOException: cannot read part 7",
        "3.5.5-local-path                  | org.apache.spark.sql.AnalysisException: [PATH_NOT_FOUND] Path does not exist: file:/no/such/path.",
        "4.1.0-local-path                  | org.apache.spark.sql.AnalysisException: [PATH_NOT_FOUND] Path does not exist: file:/no/such/path. SQLSTATE: 42K03",
        "3.5.5-sacl-nomaster               | java.net.ConnectException: Connection refused: /127.0.0.1:17099",
        "4.1.0-sacl-nomaster               | java.net.ConnectException: finishConnect(..) failed with error(-111): Connection refused: /127.0.0.1:17099",
        "3.5.5-sa-oomexecutor              | Executor 1 ran out of heap (java.lang.OutOfMemoryError, exit code 52); its limit is spark.executor.memory=1g",
        "3.5.5-sa-kill9                    | Executor 3 was killed (SIGKILL, exit code 137), mostly by its node or container for using more memory than spark.executor.memory=1g and spark.executor.memoryOverhead allow",
        "3.5.5-yarn-client-task-fails      | java.lang.IllegalStateException: thrown by a task",
        "3.5.5-yarn-cluster-task-fails     | java.lang.IllegalStateException: thrown by a task",
        "3.5.5-yarn-cluster-throws         | java.lang.IllegalStateException: thrown by main",
        "3.5.5-yarn-cluster-exit-3         | Shutdown hook called before final status was reported.",
        "3.5.5-yarn-cluster-no-context     | java.lang.IllegalStateException: User did not initialize spark context!",
        "3.5.5-yarn-cluster-out-of-memory  | java.lang.OutOfMemoryError: Java heap space, in the driver, whose heap is limited by spark.driver.memory=1g",
      })
  void tellsWhatEndedTheJobWhereVersionOrManagerMatter(String log, String cause) {
    assertThat(read(log).cause()).map(RootCause::text).contains(cause);
  }

  /** The failed job was followed by one that succeeded, and then the program called exit. */
  @ParameterizedTest
  @ValueSource(strings = {"3.5.5-local-recoveredexit", "4.1.0-local-recoveredexit"})
  void takesWhatTheProgramRecoveredFromForNoCause(String log) {
    assertThat(read(log).cause()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3.5.5-local-task,               http://127.0.0.1:44959, true",
    "4.1.0-local-task,               http://127.0.0.1:33257, true",
    "4.1.0-structured-task,          http://127.0.0.1:42699, true",
    "3.5.5-sa-task,                  http://127.0.0.1:46113, false",
    "3.5.5-yarn-client-task-fails,   http://127.0.0.1:4040,  false",
    "3.5.5-yarn-cluster-ok, http://localhost:0/proxy/application_1795386477860_0001/, false"
  })
  void tellsWhereTheUiIsAndWhetherItIsLocal(String log, String ui, boolean local) {
    DriverFacts facts = read(log);

    assertThat(facts.ui()).contains(URI.create(ui));
    assertThat(facts.ranLocally()).isEqualTo(local);
    assertThat(heard.noted()).containsOnlyOnce("Spark UI " + ui);
  }

  /** No driver in local mode logs its id. */
  @ParameterizedTest
  @CsvSource({
    "3.5.5-local-task, ",
    "4.1.0-local-task, ",
    "3.5.5-sa-task, app-20261122221937-0001",
    "4.1.0-sa-task, app-20261122222940-0001",
    "3.5.5-yarn-client-task-fails, application_1795386477860_0009",
    "3.5.5-yarn-cluster-ok, application_1795386477860_0001"
  })
  void tellsTheApplicationsId(String log, String id) {
    assertThat(read(log).applicationId().orElse(null)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "3.5.5-sacl-task, driver-20261122222049-0000, FAILED",
    "4.1.0-sacl-task, driver-20261122223733-0000, FAILED",
    "3.5.5-sacl-nowait, driver-20261122222108-0001, RUNNING",
    "3.5.5-sacl-rest, driver-20261122222119-0002, RUNNING"
  })
  void tellsTheLastStateOfAStandaloneDriver(String log, String id, ApplicationState state) {
    DriverFacts facts = read(log);

    assertThat(facts.driverId()).contains(id);
    assertThat(facts.reported()).contains(ApplicationReport.of(id, state, ""));
    assertThat(heard.noted()).containsExactly("Driver " + id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.5.5-yarn-cluster-ok     | SUCCEEDED | ",
        "3.5.5-yarn-cluster-throws | FAILED | User class threw exception: java.lang.IllegalStateException: thrown by main",
        "3.5.5-yarn-cluster-exit-3 | FAILED | Shutdown hook called before final status was reported."
      })
  void tellsTheLastStateOfAYarnApplication(String log, ApplicationState state, String detail) {
    assertThat(read(log).reported())
        .hasValueSatisfying(
            report -> {
              assertThat(report.id()).startsWith("application_1795386477860_000");
              assertThat(report.state()).isEqualTo(state);
              assertThat(report.detail()).isEqualTo(detail == null ? "" : detail);
            });
  }

  @Test
  void tellsWhatAYarnApplicationWaitsForAndSinceWhen() {
    List<String> lines = RealLog.lines("3.5.5-yarn-cluster-throws");
    int running =
        lines.indexOf(lines.stream().filter(l -> l.contains("RUNNING")).findFirst().get());

    assertThat(read(lines.subList(0, running)).reported())
        .hasValueSatisfying(
            report -> {
              assertThat(report.state()).isEqualTo(ApplicationState.WAITING);
              assertThat(report.detail())
                  .isEqualTo(
                      "AM container is launched, waiting for AM container to Register with RM");
              assertThat(report.since()).contains(Instant.ofEpochMilli(1795386579476L));
            });
  }

  private DriverFacts read(String log) {
    return read(RealLog.lines(log));
  }

  private DriverFacts read(List<String> lines) {
    try (DriverLog log =
        new DriverLog(folder.resolve("driver.log"), heard, key -> Optional.empty())) {
      lines.forEach(log::error);
      return log.facts();
    }
  }
}
