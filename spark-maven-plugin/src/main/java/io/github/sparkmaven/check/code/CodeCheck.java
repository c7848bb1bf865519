/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.program.JvmSettings;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.code.ProgramCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules about code, asked of each job for the JVM.
 *
 * @param subject what is judged
 */
public record CodeCheck(Subject subject) {
  private static final String CHECKPOINTS = "spark.sql.streaming.checkpointLocation";

  /** Returns what the rules find in the program's own classes. */
  public List<Finding> findings() {
    return subject.jobs().stream().flatMap(this::ofJob).toList();
  }

  private Stream<Finding> ofJob(CheckedJob job) {
    return job.jar().filter(jar -> job.python().isEmpty()).stream()
        .flatMap(jar -> ofJar(job, jar).stream());
  }

  private static List<Finding> ofJar(CheckedJob job, Path jar) {
    ProgramCode code = ProgramCode.of(List.of(jar), job.main().own());
    Optional<String> mainClass =
        job.main().className().filter(name -> code.find(name.replace('.', '/')).isPresent());
    List<ProgramSetting> settings =
        mainClass.map(name -> JvmSettings.of(code, name)).orElse(List.of());
    return CodeAdvice.of(
        code, mainClass, settings, job.manager(), job.conf().find(CHECKPOINTS).isPresent());
  }
}
