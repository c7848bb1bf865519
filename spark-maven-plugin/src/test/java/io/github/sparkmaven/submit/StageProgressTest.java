/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StageProgressTest {
  private static final String STAGE =
      "{'status':'ACTIVE','stageId':2,'name':'parquet at Job.java:42','numTasks':400,"
          + "'numActiveTasks':8,'numCompleteTasks':120,'numFailedTasks':2}";
  private static final String JOBS = "[{'jobId':1,'stageIds':[6,2,3]},{'jobId':0,'stageIds':[1]}]";
  private static final String EXECUTORS =
      "[{'id':'driver','maxTasks':0},{'id':'1','maxTasks':4},{'id':'7','maxTasks':4}]";

  @Test
  void tellsStageTasksAndExecutors() throws IOException {
    assertThat(StageProgress.line(json("[" + STAGE + "]"), json(JOBS), json(EXECUTORS)))
        .contains(
            "Stage 3 of 7 (parquet at Job.java:42): 120 of 400 tasks, 8 running, 2 failed; 2"
                + " executors");
  }

  @Test
  void saysThatThereAreNoExecutors() throws IOException {
    String waiting =
        STAGE
            .replace("'numActiveTasks':8", "'numActiveTasks':0")
            .replace("'numFailedTasks':2", "'numFailedTasks':0");

    assertThat(
            StageProgress.line(
                json("[" + waiting + "]"), json(JOBS), json("[{'id':'driver','maxTasks':0}]")))
        .contains(
            "Stage 3 of 7 (parquet at Job.java:42): 120 of 400 tasks, 0 running; no executors");
  }

  @Test
  void leavesExecutorsOutInLocalMode() throws IOException {
    assertThat(
            StageProgress.line(
                json("[" + STAGE + "]"), json("[]"), json("[{'id':'driver','maxTasks':2}]")))
        .contains("Stage 3 of 3 (parquet at Job.java:42): 120 of 400 tasks, 8 running, 2 failed");
  }

  @Test
  void tellsTheFirstOfSeveralStages() throws IOException {
    String later = STAGE.replace("'stageId':2", "'stageId':10");

    assertThat(
            StageProgress.line(
                json("[" + later + "," + STAGE + "]"), json(JOBS), json("[{'id':'1'}]")))
        .contains(
            "Stage 3 of 11 (parquet at Job.java:42): 120 of 400 tasks, 8 running, 2 failed; and 1"
                + " other stage; 1 executor");
  }

  @Test
  void callsAStageWhatTheProgramCallsItsJob() throws IOException {
    String described = STAGE.replace("'name'", "'description':'load customers','name'");

    assertThat(StageProgress.line(json("[" + described + "]"), json(JOBS), json("[]")))
        .hasValueSatisfying(line -> assertThat(line).startsWith("Stage 3 of 7 (load customers): "));
  }

  @Test
  void isSilentWhereNoStageRuns() throws IOException {
    assertThat(StageProgress.line(json("[]"), json(JOBS), json(EXECUTORS))).isEmpty();
  }

  private static Json json(String text) throws IOException {
    return Json.parse(text.replace('\'', '"'));
  }
}
