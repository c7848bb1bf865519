/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import io.github.sparkmaven.runner.CaseResult;
import io.github.sparkmaven.runner.Thrown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Judges a case by its facts, its log and what it wrote. */
final class CaseJudge {
  private final OutputCheck outputs;
  private final boolean update;
  private final BiConsumer<CaseRequest, String> notes;

  /**
   * Prepares to judge.
   *
   * @param update whether expected outputs are rewritten instead
   * @param notes gets what is worth a line and no failure
   */
  CaseJudge(OutputCheck outputs, boolean update, BiConsumer<CaseRequest, String> notes) {
    this.outputs = outputs;
    this.update = update;
    this.notes = notes;
  }

  CaseResult judge(CaseRequest request) {
    try {
      Optional<CaseFacts> facts = CaseFacts.read(request.folder());
      if (!facts.isPresent()) {
        return error(request, 0, "it was not run");
      }
      facts.get().notes().forEach(note -> notes.accept(request, note));
      return judge(request, facts.get());
    } catch (IOException | RuntimeException e) {
      return CaseResult.error(request.name(), 0, Thrown.of(e));
    }
  }

  private CaseResult judge(CaseRequest request, CaseFacts facts) throws IOException {
    String log = logOf(request);
    if (facts.isTimedOut()) {
      return error(
          request,
          facts.millis(),
          "it did not end within "
              + request.timeoutMillis()
              + " ms; what each thread was at is in "
              + request.log());
    }
    if (request.isToFail()) {
      return failedAsExpected(request, facts, log);
    }
    if (facts.hasFailed()) {
      return broken(request, facts);
    }
    List<String> problems = new ArrayList<>();
    if (!request.allowsFailedStages()) {
      JobWatch.failedStages(request.folder())
          .forEach(stage -> problems.add("the job ended well although a stage failed: " + stage));
    }
    request.prints().stream()
        .filter(text -> !log.contains(text))
        .forEach(text -> problems.add("it did not print '" + text + "', see " + request.log()));
    for (ExpectedOutput output : request.outputs()) {
      checkOutput(request, output).ifPresent(problems::add);
    }
    return problems.isEmpty()
        ? CaseResult.passed(request.name(), facts.millis())
        : failure(request, facts.millis(), String.join("\n", problems));
  }

  private static String logOf(CaseRequest request) throws IOException {
    return Files.exists(request.log())
        ? new String(Files.readAllBytes(request.log()), StandardCharsets.UTF_8)
        : "";
  }

  private static CaseResult broken(CaseRequest request, CaseFacts facts) {
    if (facts.type().isEmpty()) {
      return error(
          request,
          facts.millis(),
          "the job ended its JVM with exit code " + facts.exitCode() + ", see " + request.log());
    }
    return CaseResult.error(
        request.name(),
        facts.millis(),
        Thrown.told(facts.type(), facts.message(), facts.stackTrace()));
  }

  private static CaseResult failedAsExpected(CaseRequest request, CaseFacts facts, String log) {
    if (!facts.hasFailed()) {
      return failure(request, facts.millis(), "it is expected to fail, and ended well");
    }
    List<String> problems = new ArrayList<>();
    Optional<Integer> code = request.failureCode();
    if (code.isPresent() && code.get() != facts.exitCode()) {
      problems.add(
          "it is expected to fail with exit code " + code.get() + ", and had " + facts.exitCode());
    }
    Optional<String> message = request.failureMessage();
    if (message.isPresent() && !(facts.stackTrace() + log).contains(message.get())) {
      problems.add(
          "it is expected to fail with '"
              + message.get()
              + "', and failed with "
              + (facts.type().isEmpty() ? "another" : facts.type() + ": " + facts.message())
              + ", see "
              + request.log());
    }
    return problems.isEmpty()
        ? CaseResult.passed(request.name(), facts.millis())
        : failure(request, facts.millis(), String.join("\n", problems));
  }

  private Optional<String> checkOutput(CaseRequest request, ExpectedOutput output)
      throws IOException {
    if (!OutputCheck.isWritten(output)) {
      return Optional.of(nothingWritten(request, output));
    }
    if (!Files.exists(output.expected())) {
      if (update) {
        outputs.update(output);
        notes.accept(request, "wrote " + output.expected());
        return Optional.empty();
      }
      return Optional.of(
          "output "
              + output.name()
              + ": there is no "
              + output.expected()
              + "; -Dspark.maven.test.update writes it");
    }
    return differences(request, output);
  }

  private Optional<String> differences(CaseRequest request, ExpectedOutput output)
      throws IOException {
    try {
      outputs.check(output);
      return Optional.empty();
    } catch (AssertionError e) {
      if (update) {
        notes.accept(request, "rewrote " + output.expected() + "\n" + e.getMessage());
        outputs.update(output);
        return Optional.empty();
      }
      return Optional.of("output " + output.name() + ": " + e.getMessage());
    } catch (RuntimeException e) {
      return Optional.of(
          "output "
              + output.name()
              + " cannot be compared with "
              + output.expected()
              + ": "
              + Thrown.of(rootCauseOf(e)).summary());
    }
  }

  private static String nothingWritten(CaseRequest request, ExpectedOutput output)
      throws IOException {
    List<String> elsewhere =
        JobWatch.writtenPaths(request.folder()).stream().distinct().collect(Collectors.toList());
    return "output "
        + output.name()
        + ": the job wrote nothing to "
        + output.actual()
        + (elsewhere.isEmpty() ? "" : "; it wrote to " + String.join(", ", elsewhere));
  }

  private static Throwable rootCauseOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static CaseResult failure(CaseRequest request, long millis, String message) {
    return CaseResult.failed(request.name(), millis, Thrown.unmet(message));
  }

  private static CaseResult error(CaseRequest request, long millis, String message) {
    return CaseResult.error(request.name(), millis, Thrown.unmet(message));
  }
}
