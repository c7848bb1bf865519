/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks the ResourceManagers that the site names.
 *
 * <p>Addresses and their defaults are those of yarn-default.xml.
 */
record YarnExamination(DoctorRequest request, ClientSite site, Network network)
    implements Examination {
  private static final String ID = "resource-manager";
  private static final String VERSION = "cluster-version";
  private static final String PREFIX = "yarn.resourcemanager.";
  private static final String ANY = "0.0.0.0";
  private static final Pattern SPARK_IN_NAME =
      Pattern.compile("spark[^/]*?[-_](\\d+\\.\\d+)\\.\\d+");

  /** One of them, by its id in a site with several; empty in one with one. */
  private record Address(String id, HostPort rpc, URI page) {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() {
    if (request.project().manager() != Manager.YARN || site.read().folders().isEmpty()) {
      return List.of();
    }
    List<Finding> reached = new ArrayList<>();
    List<Finding> lost = new ArrayList<>();
    for (String id : ids()) {
      Address address = address(id);
      Optional<String> refusal = address.rpc().refusal(network);
      if (refusal.isEmpty()) {
        reached.add(alive(address));
      } else {
        lost.add(lost(address, refusal.get()));
      }
    }
    List<Finding> findings = new ArrayList<>(reached);
    // Of several, one that is alive is enough.
    lost.stream()
        .map(finding -> reached.isEmpty() ? finding : standby(finding))
        .forEach(findings::add);
    archive().ifPresent(findings::add);
    return findings;
  }

  private List<String> ids() {
    boolean several = site.value(PREFIX + "ha.enabled").filter("true"::equals).isPresent();
    List<String> ids =
        site.value(PREFIX + "ha.rm-ids").stream()
            .flatMap(text -> Stream.of(text.split(",", -1)))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .toList();
    return several && !ids.isEmpty() ? ids : List.of("");
  }

  private Address address(String id) {
    String host = value("hostname", id).orElse(ANY);
    HostPort rpc = HostPort.of(value("address", id).orElse(host + ":8032"), 8032);
    boolean encrypted = site.value("yarn.http.policy").filter("HTTPS_ONLY"::equals).isPresent();
    HostPort page =
        encrypted
            ? HostPort.of(value("webapp.https.address", id).orElse(host + ":8090"), 8090)
            : HostPort.of(value("webapp.address", id).orElse(host + ":8088"), 8088);
    return new Address(id, rpc, page.uri(encrypted ? "https" : "http", "/ws/v1/cluster/info"));
  }

  private Optional<String> value(String name, String id) {
    return id.isEmpty()
        ? site.value(PREFIX + name)
        : site.value(PREFIX + name + "." + id).or(() -> site.value(PREFIX + name));
  }

  private Finding alive(Address address) {
    try {
      Http.Answer answer = network.get(address.page());
      if (!answer.ok()) {
        return Finding.ok(
            ID, address.rpc() + " can be reached; of its version " + answer.refusal());
      }
      Json info = Json.parse(answer.body()).at("clusterInfo");
      String what =
          address.rpc()
              + " is "
              + info.text("state").orElse("there")
              + info.text("haState").map(state -> ", " + state).orElse("")
              + info.text("resourceManagerVersion").map(text -> ", Hadoop " + text).orElse("");
      return info.text("state").filter(state -> !state.equals("STARTED")).isPresent()
          ? Finding.warning(
              ID,
              what,
              "It takes no applications in this state.",
              "Look at its log: " + address.page())
          : Finding.ok(ID, what);
    } catch (IOException e) {
      return Finding.note(
          ID,
          address.rpc() + " can be reached, its page cannot: " + e.getMessage(),
          "Its version is not known. Jobs need only the first.");
    }
  }

  private static Finding lost(Address address, String refusal) {
    boolean unnamed = address.rpc().host().equals(ANY);
    return Finding.error(
        ID,
        unnamed
            ? "no file names the ResourceManager's host, and Hadoop's default, "
                + address.rpc()
                + ", does not answer ("
                + refusal
                + ")"
            : address.rpc() + " cannot be reached: " + refusal,
        "spark-submit tries for minutes: Connecting to ResourceManager at /"
            + address.rpc()
            + ", Retrying connect to server.",
        unnamed
            ? "Set yarn.resourcemanager.hostname in yarn-site.xml, or export HADOOP_CONF_DIR= the"
                + " folder that has it"
            : "Start it, open its port to this machine, or correct yarn-site.xml");
  }

  private static Finding standby(Finding lost) {
    return Finding.warning(
        lost.id(),
        lost.what(),
        "Another one is alive; with this one gone, too, none is.",
        lost.fix());
  }

  /** The name alone tells what is in it. */
  private Optional<Finding> archive() {
    Optional<SparkVersion> spark = request.project().spark();
    return Stream.of("spark.yarn.archive", "spark.yarn.jars")
        .flatMap(key -> request.project().setting(key).map(value -> key + "=" + value).stream())
        .flatMap(
            given -> {
              Matcher name = SPARK_IN_NAME.matcher(given);
              return name.find() && spark.isPresent() && !name.group(1).equals(own(spark.get()))
                  ? Stream.of(
                      Finding.warning(
                          VERSION,
                          given + " is by its name not of Spark " + spark.get().version(),
                          "Driver and executors of two versions do not understand each other:"
                              + " InvalidClassException, NoSuchMethodError.",
                          "Name an archive of Spark " + own(spark.get())))
                  : Stream.empty();
            })
        .findFirst();
  }

  private static String own(SparkVersion spark) {
    return spark.major() + "." + spark.minor();
  }
}
