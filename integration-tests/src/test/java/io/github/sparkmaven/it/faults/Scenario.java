/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs one row: most by the job's argument alone, some by what the test does to the build. */
final class Scenario {
  // In client modes the job says so; in cluster modes the manager has it then.
  private static final Pattern HANGS = Pattern.compile("hanging \\S+");
  private static final Pattern TAKEN =
      Pattern.compile("Driver driver-\\S+|Driver pod \\S+|Spark UI \\S+/proxy/application_\\S+");
  // YARN's client has a name before it submits.
  private static final Pattern NAMED = Pattern.compile("Application application_\\S+");
  private static final Duration END = Duration.ofSeconds(10);

  private final Fault fault;
  private final Place place;
  private final FaultJob job;
  private final LeftProcesses left = new LeftProcesses();

  Scenario(Fault fault, Place place, FaultJob job) {
    this.fault = fault;
    this.place = place;
    this.job = job;
  }

  BuildEnd run() throws IOException, InterruptedException {
    return switch (fault.deed()) {
      case "jar missing" ->
          submit("succeeds", "-Dspark.maven.submit.applicationResource=local:///nowhere/job.jar");
      case "class missing" ->
          submit(
              "succeeds",
              "-Dspark.maven.submit.applicationResource="
                  + job.folder().resolve("target/faults-1.0-SNAPSHOT.jar").toUri(),
              "-Dspark.maven.mainClass=com.acme.Missing");
      case "hangs past the timeout" -> submit("hangs", "-Dspark.maven.submit.timeout=25s");
      case "Ctrl-C" -> interrupted(underWay());
      case "Ctrl-C at once" -> interrupted(NAMED);
      case "Maven killed, run again after clean" -> killedAndRunAgain();
      case "master gone" -> masterGone();
      case "waits in a queue" -> waitsInQueue();
      case "waits for executors" ->
          submit(
              "hangs",
              "-Dspark.executor.memory=6g",
              "-Dspark.executor.instances=6",
              "-Dspark.maven.submit.timeout=60s");
      case "does not compile" -> submit("succeeds", "-Dpython.file=src/main/broken/job.py");
      case "file missing" -> submit("succeeds", "-Dpython.file=nowhere.py");
      case "succeeds, packed" -> submit("succeeds", "-Dspark.maven.python.packEnvironment=true");
      case "workers need 768 MiB" -> submit("workers-hold 768");
      default -> submit(fault.deed().replace(' ', '-'));
    };
  }

  private BuildEnd submit(String argument, String... more)
      throws IOException, InterruptedException {
    return end(start(argument, more));
  }

  private MavenBuild start(String argument, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("spark:submit"));
    arguments.add("-Dspark.maven.environment=" + fault.place());
    arguments.add("-Dspark.maven.arguments=" + argument);
    arguments.addAll(List.of(more));
    arguments.addAll(place.arguments());
    return build(fault.place() + "-" + fault.name().replace(' ', '-').replace(",", ""), arguments);
  }

  private MavenBuild build(String name, List<String> arguments) throws IOException {
    MavenBuild build = job.build(name, arguments, place.environment());
    left.add(build);
    return build;
  }

  private static BuildEnd end(MavenBuild build) throws IOException, InterruptedException {
    return new BuildEnd(build.await(), build.text());
  }

  private Pattern underWay() {
    boolean here = fault.place().equals("local") || fault.place().endsWith("-client");
    return here ? HANGS : TAKEN;
  }

  private BuildEnd interrupted(Pattern when) throws IOException, InterruptedException {
    MavenBuild build = start("hangs");
    build.await(when);
    build.signal("INT");
    return end(build);
  }

  /** What Maven left behind is found although nothing on disk tells of it. */
  private BuildEnd killedAndRunAgain() throws IOException, InterruptedException {
    MavenBuild first = start("hangs");
    first.await(underWay());
    first.signalMaven("KILL");
    first.await();
    MavenBuild packaged = job.build("clean", List.of("-q", "clean", "package"), java.util.Map.of());
    packaged.await();
    BuildEnd again = submit("hangs");
    BuildEnd replaced = submit("succeeds", "-Dspark.maven.submit.onRunning=replace");
    return new BuildEnd(
        again.exitCode(),
        again.log() + "\nwith onRunning=replace: " + replaced.exitCode() + "\n" + replaced.log());
  }

  private BuildEnd masterGone() throws IOException, InterruptedException {
    MavenBuild build = start("hangs", "-Dspark.maven.submit.timeout=60s");
    build.await(underWay());
    place.endMaster().run();
    return end(build);
  }

  /** A job of another environment has all that the queue gives to application masters. */
  private BuildEnd waitsInQueue() throws IOException, InterruptedException {
    List<String> queue = List.of("-Dspark.yarn.queue=narrow");
    List<String> arguments = new ArrayList<>(List.of("spark:submit"));
    arguments.add("-Dspark.maven.environment=" + fault.place().replace("-cluster", "-client"));
    arguments.add("-Dspark.maven.arguments=hangs");
    arguments.addAll(queue);
    arguments.addAll(place.arguments());
    MavenBuild first = build("occupies-the-queue", arguments);
    try {
      first.await(HANGS);
      return submit("succeeds", queue.get(0), "-Dspark.maven.submit.timeout=45s");
    } finally {
      first.signal("INT");
      first.await();
    }
  }

  /** Names what is left of the row within ten seconds: processes here, and on the cluster. */
  List<String> leftAlive() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(END);
    List<String> alive = alive();
    while (!alive.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      alive = alive();
    }
    return alive;
  }

  private List<String> alive() throws IOException {
    return Stream.concat(left.alive(submissions()), place.alive().now().stream()).toList();
  }

  private String submissions() {
    return job.folder().resolve("target/spark/submissions").toString();
  }
}
