/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/**
 * Notes in files, as it happens, which stages of a job failed and where it wrote: the job may end
 * the JVM at any time. Spark makes it, by {@code spark.extraListeners}.
 */
public final class JobWatch extends SparkListener {
  static final String FOLDER_KEY = "spark.maven.case.folder";

  private static final String STAGES = "failed-stages";
  private static final String WRITES = "written-paths";
  // How Spark's plans tell of a write to files: the command, and its first argument a line later.
  private static final Pattern WRITE =
      Pattern.compile(
          "InsertIntoHadoopFsRelationCommand(?:(?!InsertIntoHadoop).)*?Arguments: (file:[^,\\s]+)",
          Pattern.DOTALL);

  private final Path folder;

  /** Called by Spark. */
  public JobWatch(SparkConf conf) {
    folder = Paths.get(conf.get(FOLDER_KEY));
  }

  /** Returns a line for each stage that failed for good. */
  static List<String> failedStages(Path folder) throws IOException {
    return lines(folder.resolve(STAGES));
  }

  /** Returns where the job wrote. */
  static List<String> writtenPaths(Path folder) throws IOException {
    return lines(folder.resolve(WRITES));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : Collections.emptyList();
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted event) {
    StageInfo stage = event.stageInfo();
    if (stage.failureReason().isDefined()) {
      String reason = stage.failureReason().get().split("\\R", 2)[0];
      note(STAGES, "stage " + stage.stageId() + " (" + stage.name() + "): " + reason);
    }
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart) {
      Matcher write =
          WRITE.matcher(((SparkListenerSQLExecutionStart) event).physicalPlanDescription());
      while (write.find()) {
        note(WRITES, write.group(1));
      }
    }
  }

  private void note(String file, String line) {
    try {
      Files.write(
          folder.resolve(file),
          Collections.singleton(line),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      // Told by the log that Spark writes of what its listeners throw.
      throw new java.io.UncheckedIOException(e);
    }
  }
}
