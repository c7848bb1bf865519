/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The masters' REST servers, which know drivers alone and are off by default before Spark 4.1.
 *
 * <p>Their HTTP status says nothing of a driver: an unknown one is a "success" to spark-submit's
 * {@code --status} and {@code --kill}. The answer's own field decides.
 */
final class SubmissionServers {
  // org.apache.spark.util.Utils.BACKUP_STANDALONE_MASTER_PREFIX
  private static final String FROM_BACKUP = "Current state is not alive";

  private final List<URI> roots;
  private final Http http;

  SubmissionServers(List<URI> roots, Http http) {
    this.roots = roots;
    this.http = http;
  }

  /**
   * What a server said.
   *
   * @param address what was asked; empty where none answered
   * @param success whether the driver is known, or the order was taken
   * @param state the name of Spark's {@code DriverState}
   * @param message the exception that ended the driver, or what became of the order
   * @param why why the others did not answer, one line an address
   */
  record Said(
      Optional<URI> address,
      boolean success,
      Optional<String> state,
      String message,
      List<String> why) {}

  /** Asks for the state of a driver. */
  Said status(String id) {
    return ask("status", id, http::get);
  }

  /** Orders the end of a driver. */
  Said kill(String id) {
    return ask("kill", id, address -> http.post(address, Map.of(), ""));
  }

  /** Returns where the state of a driver is asked for. */
  static URI statusOf(URI root, String id) {
    return address(root, "status", id);
  }

  /** Returns where the end of a driver is ordered. */
  URI firstKillOf(String id) {
    return address(roots.get(0), "kill", id);
  }

  private Said ask(String action, String id, Exchange exchange) {
    List<String> why = new ArrayList<>();
    for (URI root : roots) {
      URI address = address(root, action, id);
      try {
        Json json = json(address, exchange.with(address));
        String message = json.text("message").orElse("");
        if (!message.contains(FROM_BACKUP)) {
          boolean success = json.text("success").filter("true"::equals).isPresent();
          return new Said(Optional.of(root), success, json.text("driverState"), message, why);
        }
        why.add(address + ": this master is on standby");
      } catch (IOException e) {
        why.add(String.valueOf(e.getMessage()));
      }
    }
    return new Said(Optional.empty(), false, Optional.empty(), "", why);
  }

  private static Json json(URI address, Http.Answer answer) throws IOException {
    try {
      Json json = Json.parse(answer.body());
      if (json.text("action").filter(action -> action.endsWith("Response")).isPresent()
          && json.text("success").isPresent()) {
        return json;
      }
    } catch (IOException e) {
      // Said below: what answers is no submission server.
    }
    throw new IOException(
        address + ": " + (answer.ok() ? "this is no submission server" : answer.refusal()));
  }

  private static URI address(URI root, String action, String id) {
    return URI.create(root + "/v1/submissions/" + action + "/" + id);
  }

  @FunctionalInterface
  private interface Exchange {
    Http.Answer with(URI address) throws IOException;
  }
}
