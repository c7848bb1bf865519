/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.report;

import io.github.sparkmaven.check.Catalogue;
import io.github.sparkmaven.check.CheckResult;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Judged;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.files.Digest;
import io.github.sparkmaven.json.JsonText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a result as SARIF 2.1.0, which code hosts and IDEs show beside the code.
 *
 * <p>There is no time stamp and no path of this machine in it, so that equal results are equal
 * files.
 */
public final class SarifReport {
  private static final int DIGITS = 32;

  private final List<Rule> rules = Catalogue.rules();
  private final SourcePlaces places;

  /** Takes what was judged, of which the sources are looked for. */
  public SarifReport(Subject subject) {
    this.places = new SourcePlaces(subject);
  }

  /** Returns the report. */
  public String text(CheckResult result) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver()));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", result.findings().stream().map(this::result).toList());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    root.put("version", "2.1.0");
    root.put("runs", List.of(run));
    return JsonText.of(root);
  }

  private Map<String, Object> driver() {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "spark-maven-plugin");
    driver.put("informationUri", Catalogue.PAGES + "../check.md");
    driver.put("rules", rules.stream().map(SarifReport::rule).toList());
    return driver;
  }

  private static Map<String, Object> rule(Rule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", rule.id());
    json.put("shortDescription", Map.of("text", rule.title()));
    json.put("fullDescription", Map.of("text", rule.prevents()));
    json.put("helpUri", Catalogue.page(rule));
    json.put("defaultConfiguration", Map.of("level", rule.severity().label()));
    return json;
  }

  private Map<String, Object> result(Judged judged) {
    Finding finding = judged.finding();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ruleId", finding.rule().id());
    json.put("ruleIndex", rules.indexOf(finding.rule()));
    json.put("level", judged.severity().label());
    json.put("message", Map.of("text", finding.what() + ". " + finding.fix()));
    json.put("locations", List.of(location(finding.place())));
    json.put("partialFingerprints", Map.of("finding/v1", fingerprint(finding)));
    if (judged.suppressed()) {
      Map<String, Object> suppression = new LinkedHashMap<>();
      suppression.put("kind", "external");
      suppression.put("justification", "check/suppress in the POM");
      json.put("suppressions", List.of(suppression));
    }
    return json;
  }

  private Map<String, Object> location(Place place) {
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", Map.of("uri", uri(places.file(place))));
    place.line().ifPresent(line -> physical.put("region", Map.of("startLine", line)));
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("physicalLocation", physical);
    int entry = place.file().indexOf("!/");
    if (place.className().isPresent()) {
      location.put(
          "logicalLocations", List.of(Map.of("fullyQualifiedName", place.className().get())));
    } else if (entry >= 0) {
      location.put(
          "logicalLocations",
          List.of(Map.of("fullyQualifiedName", place.file().substring(entry + 2))));
    }
    return location;
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("'" + path + "' cannot be a URI", e);
    }
  }

  /** Lines move when a file is edited; where a finding is does not. */
  private static String fingerprint(Finding finding) {
    Place place = finding.place();
    return Digest.of(
        finding.rule().id()
            + "\n"
            + place.file()
            + "\n"
            + place.className().orElse("")
            + "\n"
            + finding.what(),
        DIGITS);
  }
}
