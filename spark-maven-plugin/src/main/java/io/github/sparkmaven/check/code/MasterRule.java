/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.ProgramSetting.Moment;
import java.util.List;
import java.util.stream.Stream;

/** A master that every run of the program sets. */
final class MasterRule {
  private static final String KEY = "spark.master";

  private final CodeFacts facts;

  MasterRule(CodeFacts facts) {
    this.facts = facts;
  }

  Stream<Finding> judge(List<ProgramSetting> settings) {
    return settings.stream()
        .filter(setting -> setting.key().filter(KEY::equals).isPresent())
        .filter(setting -> setting.moment() == Moment.START && setting.always())
        .filter(setting -> setting.value().isPresent())
        .map(this::finding);
  }

  private Finding finding(ProgramSetting setting) {
    return new Finding(
        CodeRules.HARD_CODED_MASTER,
        facts.place(setting.where().replace('.', '/'), setting.line()),
        setting.call()
            + " sets the master to "
            + setting.value().orElseThrow()
            + ", and wins over the one that the job is submitted with",
        "Leave it out: spark:submit, spark:run and spark:test give the master");
  }
}
