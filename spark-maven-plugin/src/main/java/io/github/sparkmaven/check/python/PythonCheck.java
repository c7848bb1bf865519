/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.python;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.check.code.CodeRules;
import io.github.sparkmaven.check.code.OwnMaster;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.python.SourceFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules about code, asked of each job in Python.
 *
 * @param subject what is judged
 */
public record PythonCheck(Subject subject) {

  /** Returns what the rules find in the module's sources. */
  public List<Finding> findings() {
    return subject.jobs().stream()
        .flatMap(job -> job.python().stream().flatMap(python -> ofJob(job, python)))
        .toList();
  }

  private Stream<Finding> ofJob(CheckedJob job, CheckedJob.PythonSide python) {
    SourceFacts facts =
        SourceFacts.read(
            python.environment().executable(),
            subject.base(),
            python.root(),
            Optional.of(python.program()),
            python.files());
    Set<String> keys =
        job.conf().effective().stream().map(Setting::key).collect(Collectors.toSet());
    return Stream.concat(
        // Whether a master is a fault depends on what the job is bound for.
        PythonAdvice.findings(facts, keys).stream()
            .filter(finding -> !finding.rule().equals(CodeRules.HARD_CODED_MASTER)),
        OwnMaster.judge(facts.settings(), job.manager(), PythonCheck::place));
  }

  private static Place place(ProgramSetting setting) {
    return new Place(setting.where(), Optional.empty(), setting.line());
  }
}
