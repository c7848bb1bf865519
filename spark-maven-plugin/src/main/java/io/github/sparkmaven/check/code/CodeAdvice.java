/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.MethodId;
import io.github.sparkmaven.program.code.ProgramCode;
import io.github.sparkmaven.program.code.Reachability;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Advice on the code of a program for the JVM, from its bytecode. */
public final class CodeAdvice {
  private static final String CHECKPOINTS = "spark.sql.streaming.checkpointLocation";

  private final CodeFacts facts;
  private final List<ProgramSetting> settings;
  private final Manager bound;

  private CodeAdvice(CodeFacts facts, List<ProgramSetting> settings, Manager bound) {
    this.facts = facts;
    this.settings = settings;
    this.bound = bound;
  }

  /**
   * Judges a program.
   *
   * @param code the classes of the project alone: others' are not judged
   * @param mainClass the class that is started, with dots; without it nothing is said of what a
   *     whole run does
   * @param settings what the program sets itself
   * @param bound what it is submitted to
   * @param hasCheckpoints whether the configuration that it is submitted with has {@code
   *     spark.sql.streaming.checkpointLocation}
   * @return the findings, in the order of file and line
   */
  public static List<Finding> of(
      ProgramCode code,
      Optional<String> mainClass,
      List<ProgramSetting> settings,
      Manager bound,
      boolean hasCheckpoints) {
    CodeAdvice advice = new CodeAdvice(CodeFacts.of(code), settings, bound);
    Stream<Finding> ofRun =
        mainClass
            .map(name -> advice.ofRun(Reachability.from(code, name), hasCheckpoints))
            .orElse(Stream.empty());
    return Stream.concat(advice.judge(advice.rules()), ofRun)
        .distinct()
        .sorted(
            Comparator.comparing((Finding finding) -> finding.place().file())
                .thenComparing(finding -> finding.place().line().orElse(0))
                .thenComparing(finding -> finding.rule().id()))
        .toList();
  }

  private List<MethodRule> rules() {
    return List.of(
        new GroupByKeyRule(facts),
        new TreeRule(facts),
        new UdfRule(facts),
        new CacheRule(facts),
        new ReuseRule(facts),
        new CrossJoinRule(facts),
        new CoalesceRule(facts),
        new EmptinessRule(facts),
        new SecretRule(facts));
  }

  private Stream<Finding> ofRun(Reachability reached, boolean hasCheckpoints) {
    Set<MethodId> methods = reached.methods().map(CodeMethod::id).collect(Collectors.toSet());
    Stream<MethodRule> checkpoints =
        hasCheckpoints || mayHaveCheckpoints()
            ? Stream.empty()
            : Stream.of(new CheckpointRule(facts));
    List<MethodRule> rules =
        Stream.concat(Stream.of(new CollectRule(facts, methods)), checkpoints).toList();
    return Stream.of(
            judge(rules),
            new ContextRule(facts, reached).judge(),
            OwnMaster.judge(
                settings,
                bound,
                setting -> facts.place(setting.where().replace('.', '/'), setting.line())))
        .flatMap(findings -> findings);
  }

  private boolean mayHaveCheckpoints() {
    return settings.stream()
        .anyMatch(setting -> setting.key().filter(key -> !key.equals(CHECKPOINTS)).isEmpty());
  }

  private Stream<Finding> judge(List<MethodRule> rules) {
    return facts.program().classes().stream()
        .flatMap(type -> type.methods().stream())
        .flatMap(method -> rules.stream().flatMap(rule -> rule.judge(method)));
  }
}
