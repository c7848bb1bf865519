/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what was found: to people line by line, to programs as JSON. */
public final class Report {
  private Report() {}

  /** Returns the lines of one finding. */
  public static List<String> lines(Finding finding) {
    String label =
        switch (finding.severity()) {
          // The log's own level says so.
          case ERROR, WARNING -> "";
          case NOTE, OK -> String.format("%-6s", finding.severity().label());
        };
    return Stream.of(
            label + finding.id() + ": " + finding.what(),
            finding.why().isEmpty() ? "" : "    why: " + finding.why(),
            finding.fix().isEmpty() ? "" : "    fix: " + finding.fix())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Returns one line that says how many findings there are of each severity. */
  public static String summary(DoctorResult result) {
    return Stream.of(Severity.values())
        .map(severity -> counted(result.count(severity), severity))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(long count, Severity severity) {
    if (count == 0) {
      return "";
    }
    return switch (severity) {
      case ERROR, WARNING, NOTE -> count + " " + severity.label() + (count == 1 ? "" : "s");
      case OK -> count + " ok";
    };
  }

  /**
   * Returns an object with the module, how many findings there are of each severity, and the
   * findings.
   */
  public static String json(String module, DoctorResult result) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("module", module);
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      counts.put(severity.label(), result.count(severity));
    }
    root.put("counts", counts);
    List<Map<String, String>> findings = new ArrayList<>();
    result.findings().forEach(finding -> findings.add(members(finding)));
    root.put("findings", findings);
    return JsonText.of(root);
  }

  private static Map<String, String> members(Finding finding) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("id", finding.id());
    members.put("severity", finding.severity().label());
    members.put("what", finding.what());
    members.put("why", finding.why());
    members.put("fix", finding.fix());
    return members;
  }
}
