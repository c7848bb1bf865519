/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The REST API of an application's page or of a history server, {@code /api/v1}; whoever copies an
 * address from a browser gives that of any page.
 */
final class SparkPages {
  private static final Pattern IN_HISTORY =
      Pattern.compile("(?<root>.*)/history/(?<app>[^/]+)(/(?<attempt>\\d+))?(/.*)?");
  // YARN's resource manager stands before the page.
  private static final Pattern BEHIND_PROXY = Pattern.compile("(?<root>.*/proxy/[^/]+)(/.*)?");
  private static final Pattern PAGE =
      Pattern.compile("(?<root>.*?)/?(jobs|stages|storage|environment|executors|SQL|api)?(/.*)?");
  private static final int MOST_NAMED = 5;

  private final Http http;
  private final URI address;
  private final String path;

  SparkPages(Http http, URI address) {
    this.http = http;
    this.address = address;
    this.path = Optional.ofNullable(address.getPath()).orElse("");
  }

  /**
   * Reads the settings of the application.
   *
   * @throws IOException if nobody answers
   */
  OtherConf read() throws IOException {
    Matcher history = IN_HISTORY.matcher(path);
    if (history.matches()) {
      Optional<String> attempt = Optional.ofNullable(history.group("attempt"));
      return settings(
          history.group("root"), history.group("app") + attempt.map(id -> "/" + id).orElse(""));
    }
    Matcher proxy = BEHIND_PROXY.matcher(path);
    String root = proxy.matches() ? proxy.group("root") : rootOfPage();
    return settings(root, onlyApplication(root));
  }

  private String rootOfPage() {
    Matcher page = PAGE.matcher(path);
    return page.matches() ? page.group("root") : "";
  }

  private String onlyApplication(String root) throws IOException {
    URI list = api(root, "applications");
    List<Json> applications = json(list).list();
    if (applications.size() == 1) {
      return applications.get(0).text("id").orElse("");
    }
    String ids =
        applications.stream()
            .flatMap(application -> application.text("id").stream())
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", "));
    throw new InputException(
        OtherConfs.WHERE,
        address + " knows " + applications.size() + " applications",
        applications.isEmpty()
            ? "Give the address of one that has run"
            : "Name one, as in "
                + address.resolve(root + "/history/")
                + applications.get(0).text("id").orElse("APPLICATION")
                + "; the latest are "
                + ids);
  }

  private OtherConf settings(String root, String application) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    for (Json pair : environment(root, application).list("sparkProperties")) {
      List<Json> keyAndValue = pair.list();
      if (keyAndValue.size() == 2) {
        keyAndValue
            .get(0)
            .text()
            .ifPresent(key -> settings.put(key, keyAndValue.get(1).text().orElse("")));
      }
    }
    if (settings.isEmpty()) {
      throw new InputException(
          OtherConfs.WHERE,
          address + " shows no settings of application " + application,
          "Give the address of an application's page or of a history server");
    }
    return new OtherConf("application " + application + " at " + address, true, settings);
  }

  private Json environment(String root, String application) throws IOException {
    URI asked = api(root, "applications/" + application + "/environment");
    Http.Answer answer = http.get(asked);
    if (answer.status() == 404 && !application.contains("/")) {
      // On YARN in cluster mode an application has attempts, and only these have pages.
      URI attempt = api(root, "applications/" + application + "/1/environment");
      Http.Answer ofAttempt = http.get(attempt);
      if (ofAttempt.ok()) {
        return json(attempt, ofAttempt);
      }
    }
    return json(asked, answer);
  }

  private Json json(URI asked) throws IOException {
    return json(asked, http.get(asked));
  }

  private static Json json(URI asked, Http.Answer answer) {
    if (!answer.ok()) {
      throw new InputException(
          OtherConfs.WHERE,
          asked + ": " + answer.refusal(),
          "Give the address of an application's page, http://host:4040, or of a history server");
    }
    try {
      return Json.parse(answer.body());
    } catch (IOException e) {
      throw new InputException(
          OtherConfs.WHERE,
          asked + " answers something else than Spark's REST API",
          "Give the address of an application's page, http://host:4040, or of a history server");
    }
  }

  private URI api(String root, String what) {
    return address.resolve(root + "/api/v1/" + what);
  }
}
