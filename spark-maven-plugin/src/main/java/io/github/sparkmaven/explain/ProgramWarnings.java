/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.program.ProgramSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be told of settings that the program makes against those it is submitted with. */
final class ProgramWarnings {
  private final Subject subject;

  ProgramWarnings(Subject subject) {
    this.subject = subject;
  }

  /** Returns a sentence for each key that the program takes from a lower layer, or sets in vain. */
  List<String> of(List<ExplainedKey> keys) {
    List<String> warnings = new ArrayList<>();
    for (ExplainedKey key : keys) {
      defeat(key, warnings);
      key.ineffective().forEach(claim -> warnings.add(inVain(key, claim)));
    }
    return warnings;
  }

  /** Returns a sentence for each setting whose key nobody can tell. */
  List<String> ofUnknownKeys() {
    return subject.program().stream()
        .filter(setting -> setting.key().isEmpty())
        .map(ProgramWarnings::unknownKey)
        .toList();
  }

  private static void defeat(ExplainedKey key, List<String> warnings) {
    List<Claim> ofProgram = key.claims().stream().filter(ProgramWarnings::isOfProgram).toList();
    List<Claim> defeated =
        key.overridden().stream()
            .filter(claim -> !isOfProgram(claim) && !claim.layer().equals(Claim.SPARK))
            .toList();
    if (ofProgram.isEmpty() || defeated.isEmpty()) {
      return;
    }
    Claim winner = ofProgram.get(0);
    if (saysTheSame(winner, defeated.get(0))) {
      return;
    }
    boolean isKnown = !winner.value().equals(ProgramClaims.UNKNOWN);
    warnings.add(
        key.key()
            + ": the program defeats "
            + defeated.stream().map(Claim::brief).collect(Collectors.joining(", "))
            + " with "
            + (winner.value().isEmpty() ? "(empty)" : winner.value())
            + ", "
            + winner.reason()
            + ". Remove it from the program"
            + (isKnown && !key.key().equals("spark.master")
                ? ", or give conf the same value, so that the plan counts on it"
                : ""));
  }

  private static boolean saysTheSame(Claim winner, Claim defeated) {
    return winner.value().equals(defeated.value()) && !winner.value().equals(Redaction.REPLACEMENT);
  }

  private String inVain(ExplainedKey key, Claim claim) {
    String instead = key.effective().map(holds -> "; " + holds.brief() + " holds").orElse("");
    return key.key()
        + ": the program sets "
        + claim.value()
        + " in vain, "
        + claim.reason()
        + instead
        + ". Remove it from the program, and give it in conf";
  }

  private static String unknownKey(ProgramSetting setting) {
    return setting.place()
        + " ("
        + setting.call()
        + ") sets a key that cannot be known from the code"
        + ": any value here may be another as the job runs";
  }

  private static boolean isOfProgram(Claim claim) {
    return claim.layer().equals(Claim.PROGRAM);
  }
}
