/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a target's master may answer over HTTP.
 *
 * @param ui the roots of the web UIs, one a host
 * @param rest the roots of the submission servers
 * @param rpc the master's URL, where it is none of a submission server
 */
record MasterAddresses(List<URI> ui, List<URI> rest, boolean rpc) {
  private static final String SCHEME = "spark://";
  private static final String UI_PORT = "spark.master.ui.port";
  private static final String REST_PORT = "spark.master.rest.port";
  private static final String REST_ENABLED = "spark.master.rest.enabled";

  // Spark's defaults, org.apache.spark.internal.config.
  private static final int DEFAULT_UI_PORT = 8080;
  private static final int DEFAULT_REST_PORT = 6066;

  /**
   * Works the addresses out.
   *
   * <p>A target of several hosts has one alive master, and others on standby. A port of the URL is
   * taken for a submission server's only where the settings say so: the RPC port answers a request
   * over HTTP with an error in the master's log.
   */
  static MasterAddresses of(Target target) {
    int uiPort = port(target, UI_PORT, DEFAULT_UI_PORT);
    int restPort = port(target, REST_PORT, DEFAULT_REST_PORT);
    boolean restUrl = target.setting(REST_ENABLED).filter("true"::equals).isPresent();
    List<URI> ui = new ArrayList<>();
    List<URI> rest = new ArrayList<>();
    boolean rpc = true;
    for (String host : hosts(target.master())) {
      int colon = host.lastIndexOf(':');
      String name = colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
      String port = name.equals(host) ? "" : host.substring(colon + 1);
      ui.add(URI.create("http://" + name + ":" + uiPort));
      rest.add(URI.create("http://" + name + ":" + restPort));
      boolean same = port.equals("" + restPort);
      if (restUrl && !same && port.matches("[0-9]{1,5}")) {
        rest.add(URI.create("http://" + name + ":" + port));
      }
      rpc = rpc && !same && !restUrl;
    }
    return new MasterAddresses(List.copyOf(ui), List.copyOf(rest), rpc);
  }

  private static List<String> hosts(String master) {
    String names = master.startsWith(SCHEME) ? master.substring(SCHEME.length()) : master;
    return Stream.of(names.split(",", -1)).map(String::trim).filter(n -> !n.isEmpty()).toList();
  }

  private static int port(Target target, String key, int otherwise) {
    return target
        .setting(key)
        .filter(value -> value.matches("[1-9][0-9]{0,4}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }
}
