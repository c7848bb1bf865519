/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final TimeLimit LONG = new TimeLimit(Duration.ofMinutes(1));

  @TempDir Path folder;

  /** An examination of a test's own. */
  private interface Step {
    List<Finding> run() throws IOException;
  }

  private record Made(String id, Step step) implements Examination {
    @Override
    public List<Finding> findings() throws IOException {
      return step.run();
    }
  }

  @Test
  void tellsWhatCannotBeLookedAtAndGoesOn() {
    Finding sound = Finding.ok("sound", "is there");

    List<Finding> findings =
        run(
            LONG,
            new Made("input", DoctorTest::refuse),
            new Made("file", DoctorTest::unreadable),
            new Made("machine", DoctorTest::unreachable),
            new Made("fault", DoctorTest::faulty),
            new Made("sound", () -> List.of(sound)));

    assertThat(findings)
        .containsExactly(
            Finding.error("input", "cluster/nodes: is 0", "The goals refuse it.", "Give more"),
            Finding.warning(
                "file",
                "cannot be looked at: torn",
                "What stands behind it may fail.",
                "Look at what the message names"),
            Finding.warning(
                "machine",
                "cannot be looked at: no bash",
                "What stands behind it may fail.",
                "Look at what the message names"),
            Finding.warning(
                "fault",
                "cannot be looked at: java.lang.IllegalStateException: slip",
                "This is a fault of spark-maven-plugin itself.",
                "Report it with the output of mvn -e -X"),
            sound);
  }

  @Test
  void tellsWhatIsNotDoneInTime() {
    CountDownLatch never = new CountDownLatch(1);

    List<Finding> findings =
        run(
            new TimeLimit(Duration.ofMillis(200)),
            new Made("slow", () -> waitFor(never)),
            new Made("sound", () -> List.of(Finding.ok("sound", "is there"))));

    assertThat(findings)
        .containsExactly(
            Finding.warning(
                "slow",
                "was not looked at to its end within 200ms",
                "Something that it asks is slow or does not answer.",
                "Give it more time: -Dspark.maven.doctor.timeout=60s"),
            Finding.ok("sound", "is there"));
  }

  @Test
  void looksAtAllAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);

    List<Finding> findings =
        run(LONG, new Made("one", () -> meet(both)), new Made("other", () -> meet(both)));

    assertThat(findings).extracting(Finding::what).containsExactly("met");
  }

  @Test
  void tellsTheSameOnce() {
    Finding same = Finding.error("one", "a", "why", "b");

    assertThat(
            run(
                LONG,
                new Made("one", () -> List.of(same)),
                new Made("two", () -> List.of(Finding.error("two", "a", "else", "b")))))
        .containsExactly(same);
  }

  @Test
  void changesNothing() throws IOException {
    Patient patient = new Patient(folder);
    patient.file("cache/homes/spark-3.5.5-scala-2.12-abc/jars/a.jar", "");
    patient.file("cache/homes/.lock", "");
    patient.file("conf/core-site.xml", "<configuration/>");
    patient.variable("HADOOP_CONF_DIR", folder.resolve("conf").toString());
    Map<Path, FileTime> before = times();

    List<Finding> findings = new Doctor(patient.surroundings()).run(patient.request()).findings();

    assertThat(findings).isNotEmpty();
    assertThat(times()).isEqualTo(before);
  }

  @Test
  void looksAtAMachineWithoutAnyProject() {
    Patient patient = new Patient(folder);
    patient.spark = Optional.empty();
    patient.java = Optional.empty();

    DoctorResult result = new Doctor(patient.surroundings()).run(patient.request());

    assertThat(result.atLeast(Severity.WARNING)).isEmpty();
    assertThat(result.findings())
        .contains(
            Finding.note(
                "plan",
                "the project shows no Spark",
                "Only the machine is looked at. The version is read from the dependencies, a pin of"
                    + " pyspark, or sparkVersion."));
  }

  private Map<Path, FileTime> times() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  private static List<Finding> run(TimeLimit limit, Examination... examinations) {
    return Doctor.run(List.of(examinations), limit).findings();
  }

  private static List<Finding> refuse() {
    throw new InputException("cluster/nodes", "is 0", "Give more");
  }

  private static List<Finding> unreadable() throws IOException {
    throw new IOException("torn");
  }

  private static List<Finding> unreachable() {
    throw new EnvironmentException("no bash", null);
  }

  private static List<Finding> faulty() {
    throw new IllegalStateException("slip");
  }

  private static List<Finding> meet(CountDownLatch both) throws IOException {
    both.countDown();
    waitFor(both);
    return List.of(Finding.ok("both", "met"));
  }

  private static List<Finding> waitFor(CountDownLatch latch) throws IOException {
    try {
      latch.await();
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
