/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A job that lives on after the build that submitted it, in cluster mode: other builds see it, read
 * its log, end it, or follow it to its end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SubmissionsLife {
  private static final String SPARK = "3.5.5";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration END = Duration.ofSeconds(10);
  private static final Pattern FOLLOWS = Pattern.compile("Following .*, which is the same job");

  private final String environment;
  private final String failure;
  private final boolean proof;
  private final Places places;
  private @TempDir Path told;
  private FaultJob job;
  private Place place;

  /**
   * Lives in an environment of the fault job.
   *
   * @param environment its name begins with the manager's
   * @param failure what a build says of a driver that has exited with 3
   * @param proof whether it lives with {@code -Pproof} alone
   */
  SubmissionsLife(String environment, String failure, boolean proof) {
    this.environment = environment;
    this.failure = failure;
    this.proof = proof;
    this.places = Places.of(environment.split("-", 2)[0], FaultMatrix.WORK);
  }

  @BeforeAll
  void begin() throws IOException, InterruptedException {
    if (proof) {
      Proof.passOver("What outlives its build, " + environment);
    }
    job =
        FaultJob.packaged(
            FaultMatrix.BASE.resolve("src/faults/job"),
            FaultMatrix.WORK.resolve("submissions-" + environment),
            SPARK);
    place = places.of(new Fault("submissions", environment, SPARK, false, true, List.of()), job);
  }

  /** A test that failed must not stand in the way of the next one. */
  @AfterEach
  void endAll() throws IOException, InterruptedException {
    if (!place.alive().now().isEmpty()) {
      build("end-all", "spark:kill", "-Dspark.maven.submission=all").await();
    }
  }

  @AfterAll
  void end() {
    places.close();
  }

  @Test
  void isSeenReadAndEndedByOtherBuilds() throws Exception {
    leaveRunning("first");

    assertThat(green("spark:status")).containsPattern(" running +\\S+ .* " + environment + " ");
    assertThat(green("spark:logs", "-Dspark.maven.logs.lines=1000")).contains("counted 1000");
    BuildEnd another = submit("second", "-Dspark.maven.submit.onRunning=reattach");
    assertThat(another.exitCode()).as(another.log()).isNotZero();
    assertThat(another.log())
        .contains("is still alive, and runs another jar, other arguments or another configuration");
    assertThat(place.alive().now()).as("what was not the same job is left alone").isNotEmpty();
    assertThat(green("spark:kill")).contains("Ended ");
    await(END, () -> place.alive().now().isEmpty());
    assertThat(green("spark:status")).containsPattern(" killed +\\S+ .* " + environment + " ");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void isFollowedToItsTrueEnd(int code) throws Exception {
    String name = "exits-with-" + code;
    leaveRunning(name);
    forget();

    MavenBuild follower = start(name, "-Dspark.maven.submit.onRunning=reattach");
    follower.await(FOLLOWS);
    tell(name, code);
    int end = follower.await();

    assertThat(end == 0).as("green?%n%s", follower.text()).isEqualTo(code == 0);
    assertThat(follower.text()).contains(code == 0 ? "Succeeded" : failure);
    await(END, () -> place.alive().now().isEmpty());
  }

  /** Submits what ends when it is told to, and leaves it when it has got a context. */
  private void leaveRunning(String name) throws Exception {
    BuildEnd left = submit(name, "-Dspark.maven.submit.waitFor=RUNNING");

    assertThat(left.exitCode()).as(left.log()).isZero();
    assertThat(left.log()).contains("Submitted, and running");
    await(PATIENCE, () -> Files.exists(told.resolve(name + ".runs")));
  }

  /** As {@code mvn clean} and another machine do. */
  private void forget() throws IOException {
    try (Stream<Path> files = Files.walk(job.folder().resolve("target/spark"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void tell(String name, int code) throws IOException {
    Path whole = Files.writeString(told.resolve(name + ".new"), "" + code);
    Files.move(whole, told.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private BuildEnd submit(String name, String option) throws IOException, InterruptedException {
    MavenBuild build = start(name, option);
    return new BuildEnd(build.await(), build.text());
  }

  private MavenBuild start(String name, String option) throws IOException {
    String how = option.substring(option.lastIndexOf('=') + 1);
    return build(
        name + "-" + how,
        "spark:submit",
        "-Dspark.maven.arguments=exits-when-told " + told.resolve(name),
        option);
  }

  private String green(String goal, String... more) throws IOException, InterruptedException {
    String[] words = Stream.concat(Stream.of(goal), Stream.of(more)).toArray(String[]::new);
    MavenBuild build = build(goal.replace(':', '-'), words);
    assertThat(build.await()).as(build.text()).isZero();
    return build.text();
  }

  private MavenBuild build(String name, String... words) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add("-Dspark.maven.environment=" + environment);
    arguments.addAll(place.arguments());
    return job.build(environment + "-" + name, arguments, place.environment());
  }

  private static void await(Duration patience, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(patience);
    while (!condition.call()) {
      assertThat(Instant.now()).as("it takes too long").isBefore(end);
      Thread.sleep(100);
    }
  }
}
