/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How far a running application is, as its UI tells.
 *
 * <p>Spark numbers the stages of an application from 0 in the order in which it plans them, so that
 * the number of a stage, and the highest number that a running job has planned, say how far it is;
 * stages of later jobs are not known yet.
 */
final class StageProgress {
  private static final int LONGEST_NAME = 60;

  private StageProgress() {}

  /**
   * Returns a line, or empty where no stage runs.
   *
   * @param stages the answer to {@code stages?status=active}
   * @param jobs the answer to {@code jobs?status=running}
   * @param executors the answer to {@code executors}
   */
  static Optional<String> line(Json stages, Json jobs, Json executors) {
    List<Json> active =
        stages.list().stream()
            .sorted(Comparator.comparingLong(stage -> number(stage, "stageId")))
            .toList();
    if (active.isEmpty()) {
      return Optional.empty();
    }
    Json stage = active.get(0);
    long id = number(stage, "stageId");
    return Optional.of(
        "Stage "
            + (id + 1)
            + " of "
            + (highest(jobs, active) + 1)
            + " ("
            + name(stage)
            + "): "
            + tasks(stage)
            + others(active.size() - 1)
            + executors(executors));
  }

  /** What the program calls the job, by SparkContext.setJobDescription, else where it is called. */
  private static String name(Json stage) {
    String name = stage.text("description").or(() -> stage.text("name")).orElse("?");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }

  private static String tasks(Json stage) {
    long failed = number(stage, "numFailedTasks");
    return number(stage, "numCompleteTasks")
        + " of "
        + number(stage, "numTasks")
        + " tasks, "
        + number(stage, "numActiveTasks")
        + " running"
        + (failed == 0 ? "" : ", " + failed + " failed");
  }

  private static String others(int count) {
    return count == 0 ? "" : "; and " + count + (count == 1 ? " other stage" : " other stages");
  }

  /** A driver that runs tasks itself is in local mode, where there are no executors. */
  private static String executors(Json executors) {
    List<Json> all = executors.list();
    boolean local =
        all.stream()
            .anyMatch(
                one ->
                    one.text("id").filter("driver"::equals).isPresent()
                        && number(one, "maxTasks") > 0);
    long count = all.stream().filter(one -> !one.text("id").orElse("").equals("driver")).count();
    if (local || all.isEmpty()) {
      return "";
    }
    return count == 1 ? "; 1 executor" : "; " + (count == 0 ? "no" : count) + " executors";
  }

  private static long highest(Json jobs, List<Json> active) {
    return LongStream.concat(
            jobs.list().stream()
                .flatMap(job -> job.list("stageIds").stream())
                .flatMap(id -> id.text().stream())
                .mapToLong(Long::parseLong),
            active.stream().mapToLong(stage -> number(stage, "stageId")))
        .max()
        .orElse(0);
  }

  private static long number(Json json, String name) {
    return json.number(name).orElse(0);
  }
}
