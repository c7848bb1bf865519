/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.json.JsonText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The text of a page. What is not known is left out; what a later version adds is not looked at.
 */
final class SubmissionJson {
  private static final long FORMAT = 1;

  private SubmissionJson() {}

  static String write(Submission submission) {
    Intent intent = submission.intent();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("format", FORMAT);
    page.put("id", intent.id());
    page.put("project", intent.project());
    page.put("content", intent.content());
    page.put("job", intent.job());
    page.put("environment", intent.environment());
    page.put("manager", intent.manager());
    page.put("master", intent.master());
    page.put("deployMode", intent.deployMode());
    page.put("sparkVersion", intent.sparkVersion());
    page.put("scalaVersion", intent.scalaVersion());
    page.put("resource", intent.resource());
    intent.mainClass().ifPresent(value -> page.put("mainClass", value));
    page.put("started", intent.started().toString());
    intent.host().ifPresent(value -> page.put("host", value));
    page.put("log", intent.log().toString());
    page.put("settings", new TreeMap<>(intent.settings()));
    page.put("outcome", outcome(submission.outcome()));
    return JsonText.of(page);
  }

  private static Map<String, Object> outcome(Outcome outcome) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("state", outcome.state());
    object.put("message", outcome.message());
    outcome.applicationId().ifPresent(value -> object.put("applicationId", value));
    outcome.clusterId().ifPresent(value -> object.put("clusterId", value));
    outcome.ui().ifPresent(value -> object.put("ui", value));
    outcome.process().ifPresent(value -> object.put("process", value));
    outcome.processStarted().ifPresent(value -> object.put("processStarted", value.toString()));
    outcome.ended().ifPresent(value -> object.put("ended", value.toString()));
    return object;
  }

  /**
   * Reads a page.
   *
   * @param id the file's name without its suffix
   * @throws IOException if the text is torn, or somebody else's
   */
  static Submission read(String text, String id, Path file) throws IOException {
    Json page = parsed(text);
    OptionalLong format = page.number("format");
    if (format.isPresent() && format.getAsLong() != FORMAT) {
      throw new IOException("it is of format " + format.getAsLong() + ", not " + FORMAT);
    }
    if (page.text("id").filter(id::equals).isEmpty()) {
      throw new IOException("it does not name the submission " + id);
    }
    Intent intent =
        new Intent(
            id,
            page.text("project").orElse(""),
            page.text("content").orElse(""),
            page.text("job").orElse(""),
            page.text("environment").orElse(""),
            page.text("manager").orElse(""),
            page.text("master").orElse(""),
            page.text("deployMode").orElse(""),
            page.text("sparkVersion").orElse(""),
            page.text("scalaVersion").orElse(""),
            page.text("resource").orElse(""),
            page.text("mainClass"),
            instant(page, "started").orElse(Instant.EPOCH),
            page.text("host"),
            log(page).orElseGet(() -> file.resolveSibling(id).resolve("driver.log")),
            page.at("settings").texts());
    return new Submission(intent, outcome(page.at("outcome")));
  }

  private static Json parsed(String text) throws IOException {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      // The parser's own message quotes the text at length.
      throw new IOException("it is torn, or no JSON", e);
    }
  }

  private static Outcome outcome(Json object) {
    OptionalLong process = object.number("process");
    return new Outcome(
        object.text("state").orElse(Outcome.UNKNOWN),
        object.text("message").orElse(""),
        object.text("applicationId"),
        object.text("clusterId"),
        object.text("ui"),
        process.isPresent() ? Optional.of(process.getAsLong()) : Optional.empty(),
        instant(object, "processStarted"),
        instant(object, "ended"));
  }

  private static Optional<Instant> instant(Json object, String name) {
    try {
      return object.text(name).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> log(Json page) {
    try {
      return page.text("log").map(Path::of);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
