/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverLogTest {
  @TempDir Path folder;
  private final Heard heard = new Heard();
  private Path file;
  private DriverLog log;

  @BeforeEach
  void open() {
    file = folder.resolve("a/driver.log");
    log = new DriverLog(file, heard, key -> Optional.empty());
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void holdsBothOutputsLineByLine() {
    log.error("26/11/22 16:49:42 INFO größer");
    log.output("printed");

    assertThat(file).hasContent("26/11/22 16:49:42 INFO größer\nprinted\n");
    assertThat(heard.printed()).containsExactly("printed");
  }

  @ParameterizedTest
  @CsvSource({
    "Connected to Spark cluster with app ID app-20261122164942-0003, app-20261122164942-0003",
    "Submitted application application_1732290000000_0001, application_1732290000000_0001",
    "Submitted application application_1732290000000_12345, application_1732290000000_12345",
    "INFO Starting with local-1795366181972 now, local-1795366181972"
  })
  void findsTheApplicationId(String line, String id) {
    log.error(line);
    log.error("and later app-20261122164942-0009");

    assertThat(log.facts().applicationId()).contains(id);
    assertThat(heard.noted()).containsExactly("Application " + id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deleting directory /tmp/spark-local-17953661819721",
        "my-app-2026",
        "application_x_0001"
      })
  void takesNothingElseForAnApplicationId(String line) {
    log.error(line);

    assertThat(log.facts().applicationId()).isEmpty();
    assertThat(heard.noted()).isEmpty();
  }

  @Test
  void believesOnlyStandardErrorOfTheApplicationId() {
    log.output("processing app-20261122164942-0003");

    assertThat(log.facts().applicationId()).isEmpty();
  }

  /** Lines of real drivers of 3.5.5 and 4.1.0. */
  @ParameterizedTest
  @CsvSource({"127.0.0.1:4040, 4040, 127.0.0.1", "0.0.0.0:4040, 4041, localhost"})
  void notesWhereTheUiIs(String asked, String port, String host) {
    log.error("26/11/22 16:49:42 INFO JettyUtils: Start Jetty " + asked + " for SparkUI");
    log.error(
        "26/11/22 16:49:42 INFO Utils: Successfully started service 'SparkUI' on port "
            + port
            + ".");
    log.error("26/11/22 16:49:53 INFO SparkUI: Stopped Spark web UI at http://localhost:4040");

    assertThat(heard.noted()).containsExactly("Spark UI http://" + host + ":" + port);
  }

  @Test
  void notesNoOtherService() {
    log.error("INFO Utils: Successfully started service 'sparkDriver' on port 37549.");
    log.error("INFO MasterWebUI: Bound MasterWebUI to 0.0.0.0, and started at http://host:8080");

    assertThat(heard.noted()).isEmpty();
  }

  @Test
  void tellsTheInnermostCauseOfTheLastStackTrace() {
    log.error("Exception in thread \"main\" org.apache.spark.SparkException: Job aborted");
    log.error("\tat com.acme.Clustering.main(Clustering.java:12)");
    log.error("Caused by: java.io.IOException: no space");
    log.error("Caused by: java.lang.ArithmeticException: / by zero");
    log.error("\t... 3 more");

    assertThat(log.facts().cause())
        .contains(new RootCause("java.lang.ArithmeticException: / by zero", ""));
  }

  @Test
  void takesALineThatMentionsACauseForNone() {
    log.error("WARN TaskSetManager: Caused by: a retry");

    assertThat(log.facts().cause()).isEmpty();
  }

  @Test
  void keepsTheLastLinesOfBothStreams() {
    IntStream.rangeClosed(1, 20).forEach(i -> log.error("line " + i));
    log.output("printed");

    assertThat(log.facts().lastLines())
        .hasSize(10)
        .startsWith("line 12")
        .endsWith("line 20", "printed");
  }

  @Test
  void seesThatTheJobRanInLocalMode() {
    assertThat(log.facts().ranLocally()).isFalse();

    log.error("26/11/22 16:49:42 INFO Executor: Starting executor ID driver on host localhost");

    assertThat(log.facts().ranLocally()).isTrue();
  }

  @Test
  void takesAnExecutorOfAClusterForNoLocalRun() {
    log.error("INFO Executor: Starting executor ID 1 on host worker-1");
    log.output("Starting executor ID driver on host localhost");

    assertThat(log.facts().ranLocally()).isFalse();
  }

  @Test
  void seesALocalRunThoughSparkLogsToStandardOutput() {
    log.output("[main] INFO  o.a.s.executor.Executor - Starting executor ID driver on host vm");

    assertThat(log.facts().ranLocally()).isTrue();
  }

  @Test
  void takesAPrintedTraceForNoCause() {
    log.error("java.lang.IllegalStateException: harmless and recovered");
    log.error("Caused by: java.io.IOException: of no account");

    assertThat(log.facts().cause()).isEmpty();
  }

  @Test
  void survivesALineThatComesAfterItWasClosed() {
    log.close();

    log.error("late");

    assertThat(log.facts().lastLines())
        .isEqualTo(
            List.of("late", "(the log could not be written: java.io.IOException: Stream closed)"));
  }

  @Test
  void remembersLittleOfALongLineAndWritesAllOfIt() throws IOException {
    log.error("x".repeat(3_000_000));

    assertThat(log.facts().lastLines()).containsExactly("x".repeat(1000) + " … (2999000 more)");
    assertThat(Files.size(file)).isEqualTo(3_000_001);
  }

  @Test
  void showsNoColourAndNothingThatMovesTheCursor() throws IOException {
    log.output("\u001b[31mred\u001b[0m\ttab\b\u0000");

    assertThat(heard.printed()).containsExactly("red\ttab\uFFFD\uFFFD");
    assertThat(Files.readString(file)).isEqualTo("\u001b[31mred\u001b[0m\ttab\b\u0000\n");
  }

  @Test
  void namesTheLimitThatTheJobMet() {
    try (DriverLog limited =
        new DriverLog(
            folder.resolve("limited.log"),
            heard,
            key -> Optional.of("4g").filter(size -> key.equals("spark.driver.memory")))) {
      limited.error("Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space");

      assertThat(limited.facts().cause())
          .contains(
              new RootCause(
                  "java.lang.OutOfMemoryError: Java heap space, in the driver, whose heap is"
                      + " limited by spark.driver.memory=4g",
                  "Raise spark.driver.memory, or collect less to the driver"));
    }
  }

  @Test
  void believesTheJvmOnStandardOutputThatMemoryWasShort() {
    log.output("Terminating due to java.lang.OutOfMemoryError: Java heap space");

    assertThat(log.facts().cause())
        .map(RootCause::text)
        .hasValueSatisfying(
            text ->
                assertThat(text).startsWith("java.lang.OutOfMemoryError: Java heap space, in the"));
  }

  @Test
  void takesNothingPrintedAfterTheTraceForItsCause() {
    log.error("Exception in thread \"main\" java.lang.IllegalStateException: boom");
    log.error("\tat com.acme.Clustering.main(Clustering.java:1)");
    log.error("26/11/22 16:49:42 INFO SparkContext: Invoking stop() from shutdown hook");
    log.error("Caused by: java.io.IOException: printed by a shutdown hook");

    assertThat(log.facts().cause())
        .map(RootCause::text)
        .contains("java.lang.IllegalStateException: boom");
  }

  @Test
  void readsAHeadThatAnotherThreadLoggedInto() {
    log.error("Exception in thread \"main\" 26/11/22 16:49:42 INFO Executor: Finished task");
    log.error("java.lang.IllegalStateException: boom");
    log.error("\tat com.acme.Clustering.main(Clustering.java:1)");

    assertThat(log.facts().cause())
        .map(RootCause::text)
        .contains("java.lang.IllegalStateException: boom");
  }

  @Test
  void namesTheFileThatCannotBeWritten() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));

    assertThatThrownBy(() -> new DriverLog(taken, heard, key -> Optional.empty()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot write the driver's log %s: java.nio.file.FileSystemException: %s:"
                + " Is a directory",
            taken, taken);
  }
}
