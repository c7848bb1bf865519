/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.registry.KnownKeys;
import io.github.sparkmaven.problem.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The explain goal: says of each key which value Spark will read, from which layer, and why. */
public final class Explain {
  private final ExplainRequest request;
  private final Effective effective;

  private Explain(ExplainRequest request) {
    this.request = request;
    this.effective = new Effective(request.subject(), request.keys());
  }

  /**
   * Explains; nothing is read or written.
   *
   * @param requests one for each job
   * @throws InputException if Spark does not know the key that is asked for, and no job sets it
   */
  public static List<Explanation> run(List<ExplainRequest> requests) {
    List<Explain> all = requests.stream().map(Explain::new).toList();
    if (all.stream().noneMatch(Explain::knowsWhatIsAsked)) {
      all.stream().findFirst().ifPresent(Explain::refuse);
    }
    return all.stream().map(Explain::explanation).toList();
  }

  /** Returns the configuration of another environment, for a comparison with it. */
  public static OtherConf ofEnvironment(Subject subject, KnownKeys keys) {
    return new OtherConf(
        "environment " + subject.environment(), false, new Effective(subject, keys).values());
  }

  private Explanation explanation() {
    List<ExplainedKey> keys =
        request.key().map(key -> List.of(effective.explain(key))).orElseGet(effective::all);
    return new Explanation(
        request.subject().spark(),
        request.subject().environment(),
        request.subject().job(),
        keys,
        request.key().map(key -> KeyFacts.of(key, request.keys())),
        request
            .other()
            .map(
                other ->
                    new Comparing(effective, other, request.keys())
                        .compare(key -> request.key().map(key::equals).orElse(true))),
        warnings(keys));
  }

  private List<String> warnings(List<ExplainedKey> keys) {
    ProgramWarnings ofProgram = new ProgramWarnings(request.subject());
    List<String> warnings = new ArrayList<>(ofProgram.of(keys));
    warnings.addAll(ofProgram.ofUnknownKeys());
    if (request.key().isEmpty() && request.other().isEmpty()) {
      warnings.addAll(request.notes());
    }
    return warnings;
  }

  private boolean knowsWhatIsAsked() {
    return request
        .key()
        .map(
            key ->
                request.keys().isEmpty()
                    || request.keys().knows(key)
                    || effective.keysThatAreSet().contains(key))
        .orElse(true);
  }

  private void refuse() {
    String key = request.key().orElseThrow();
    Optional<String> meant = request.keys().nearMiss(key);
    throw new InputException(
        "explain/key",
        "Spark "
            + request.subject().spark().version()
            + " knows no key '"
            + key
            + "', and nobody sets it",
        meant
            .map(near -> "Give " + near)
            .orElse("Give one of Spark's keys, or one that the POM or the program sets"));
  }
}
