/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The masters' web UIs: of several hosts, the one that is alive answers. */
final class MasterPages {
  private static final Map<String, String> FORM =
      Map.of("Content-Type", "application/x-www-form-urlencoded");

  private final List<URI> roots;
  private final Http http;
  private volatile Optional<URI> answered = Optional.empty();

  MasterPages(List<URI> roots, Http http) {
    this.roots = roots;
    this.http = http;
  }

  /**
   * What came of asking.
   *
   * @param state what the alive master shows, where one answered
   * @param why why the others did not, one line an address
   */
  record Asked(Optional<MasterState> state, List<String> why) {}

  /** Asks every master until one that is alive answers; the one that did the last time first. */
  Asked ask() {
    List<URI> order = new ArrayList<>(answered.stream().toList());
    roots.stream().filter(root -> !order.contains(root)).forEach(order::add);
    List<String> why = new ArrayList<>();
    for (URI root : order) {
      try {
        MasterState state = read(root);
        if (!state.standby()) {
          answered = Optional.of(root);
          return new Asked(Optional.of(state), why);
        }
        why.add(json(root) + ": this master is on standby");
      } catch (IOException e) {
        why.add(String.valueOf(e.getMessage()));
      }
    }
    return new Asked(Optional.empty(), why);
  }

  /** Returns the address that answered the last time. */
  Optional<URI> answered() {
    return answered;
  }

  /** Returns the address that answered the last time, or the first that would be asked. */
  URI likely() {
    return answered().orElseGet(() -> roots.get(0));
  }

  /** Returns where a master shows its state as JSON. */
  static URI json(URI root) {
    return URI.create(root + "/json/");
  }

  /**
   * Presses the button that ends a driver or an application.
   *
   * @param kind {@code driver} or {@code app}
   * @throws IOException if the page does not take it; the message says why
   */
  void kill(URI root, String kind, String id) throws IOException {
    URI address = URI.create(root + "/" + kind + "/kill/");
    String form = "id=" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "&terminate=true";
    Http.Answer answer = http.post(address, FORM, form);
    // The page leads back to the overview, also where its buttons are switched off.
    if (!answer.ok() && answer.location().isEmpty()) {
      throw new IOException(
          address
              + ": "
              + answer.refusal()
              + "; its buttons are off with spark.ui.killEnabled=false");
    }
  }

  private MasterState read(URI root) throws IOException {
    Http.Answer answer = http.get(json(root));
    if (!answer.ok()) {
      throw new IOException(json(root) + ": " + answer.refusal());
    }
    try {
      Json json = Json.parse(answer.body());
      if (json.text("status").isEmpty() || json.text("url").isEmpty()) {
        throw new IOException("it has neither 'url' nor 'status'");
      }
      return MasterState.of(root, json);
    } catch (IOException e) {
      throw new IOException(
          json(root) + ": this is no Spark master's page (" + e.getMessage() + ")", e);
    }
  }
}
