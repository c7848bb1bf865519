/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the NameNodes of the site's default file system.
 *
 * <p>Keys and ports are those of hdfs-default.xml; the page is Hadoop's {@code JMXJsonServlet}.
 */
record NameNodeExamination(ClientSite site, Network network) implements Examination {
  private static final String ID = "name-node";
  private static final String HDFS = "hdfs://";
  private static final String QUERY = "/jmx?qry=Hadoop:service=NameNode,name=NameNode*";

  /** One of them. */
  private record Address(HostPort rpc, URI page) {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() {
    Optional<String> system =
        site.read().folders().isEmpty()
            ? Optional.empty()
            : site.value("fs.defaultFS").filter(name -> name.startsWith(HDFS));
    if (system.isEmpty()) {
      return List.of();
    }
    List<Finding> reached = new ArrayList<>();
    List<Finding> lost = new ArrayList<>();
    for (Address address : addresses(authority(system.get()))) {
      Optional<String> refusal = address.rpc().refusal(network);
      if (refusal.isEmpty()) {
        reached.addAll(alive(address));
      } else {
        lost.add(lost(address, refusal.get(), system.get()));
      }
    }
    List<Finding> findings = new ArrayList<>(reached);
    lost.stream()
        .map(finding -> reached.isEmpty() ? finding : standby(finding))
        .forEach(findings::add);
    return findings;
  }

  private static String authority(String system) {
    return system.substring(HDFS.length()).replaceFirst("/.*", "");
  }

  /** A nameservice stands for several; all else is a host. */
  private List<Address> addresses(String authority) {
    List<String> ids =
        site.value("dfs.ha.namenodes." + authority).stream()
            .flatMap(text -> Stream.of(text.split(",", -1)))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .toList();
    if (ids.isEmpty()) {
      HostPort rpc = HostPort.of(authority, 8020);
      return List.of(address(rpc, ""));
    }
    return ids.stream()
        .flatMap(
            id ->
                site
                    .value("dfs.namenode.rpc-address." + authority + "." + id)
                    .map(text -> address(HostPort.of(text, 8020), "." + authority + "." + id))
                    .stream())
        .toList();
  }

  private Address address(HostPort rpc, String suffix) {
    boolean encrypted = site.value("dfs.http.policy").filter("HTTPS_ONLY"::equals).isPresent();
    String key = encrypted ? "dfs.namenode.https-address" : "dfs.namenode.http-address";
    int port = encrypted ? 9871 : 9870;
    HostPort page =
        site.value(key + suffix)
            .map(text -> HostPort.of(text, port))
            .filter(there -> !there.host().equals("0.0.0.0"))
            .orElse(new HostPort(rpc.host(), port));
    return new Address(rpc, page.uri(encrypted ? "https" : "http", QUERY));
  }

  private List<Finding> alive(Address address) {
    try {
      Http.Answer answer = network.get(address.page());
      return answer.ok()
          ? told(address, Json.parse(answer.body()).list("beans"))
          : List.of(
              Finding.ok(
                  ID, address.rpc() + " can be reached; of its version " + answer.refusal()));
    } catch (IOException e) {
      return List.of(
          Finding.note(
              ID,
              address.rpc() + " can be reached, its page cannot: " + e.getMessage(),
              "Its version is not known. Jobs need only the first."));
    }
  }

  private static List<Finding> told(Address address, List<Json> beans) {
    String what =
        address.rpc()
            + " is there"
            + text(beans, "State").map(state -> ", " + state).orElse("")
            + text(beans, "SoftwareVersion").map(version -> ", Hadoop " + version).orElse("");
    Optional<String> safe = text(beans, "Safemode");
    return safe.isEmpty()
        ? List.of(Finding.ok(ID, what))
        : List.of(
            Finding.warning(
                ID,
                what + ", in safe mode: " + safe.get(),
                "Nothing can be written, not even what spark-submit uploads: SafeModeException.",
                "Wait until enough blocks are reported, or hdfs dfsadmin -safemode leave"));
  }

  private static Optional<String> text(List<Json> beans, String name) {
    return beans.stream()
        .flatMap(bean -> bean.text(name).stream())
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static Finding lost(Address address, String refusal, String system) {
    return Finding.error(
        ID,
        address.rpc() + " of " + system + " cannot be reached: " + refusal,
        "Every path without a scheme, and what is uploaded for YARN, is looked for there:"
            + " ConnectException, Call From … to … failed on connection exception.",
        "Start it, open its port to this machine, or correct fs.defaultFS in core-site.xml");
  }

  private static Finding standby(Finding lost) {
    return Finding.warning(
        lost.id(),
        lost.what(),
        "Another one is alive; with this one gone, too, none is.",
        lost.fix());
  }
}
