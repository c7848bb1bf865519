/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.hardware.Manager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks up the names and tries the addresses that a driver on this machine would use.
 *
 * <p>Source: {@code Utils.findLocalInetAddress} of spark-core ({@code SPARK_LOCAL_IP}, else the
 * machine's own name, else where that is a loopback address an interface that is none), and {@code
 * spark.driver.bindAddress}, which is by default {@code spark.driver.host}.
 */
record HostExamination(DoctorRequest request, Surroundings surroundings) implements Examination {
  private static final String HOST = "host";
  private static final String LOCALHOST = "localhost";
  private static final String DRIVER = "driver-address";
  private static final String LOCAL_IP = "SPARK_LOCAL_IP";
  private static final String DRIVER_HOST = "spark.driver.host";
  private static final String BIND_ADDRESS = "spark.driver.bindAddress";
  private static final String NOT_BOUND =
      "The driver ends with BindException: Cannot assign requested address: Service 'sparkDriver'"
          + " failed after 16 retries (on a random free port).";

  @Override
  public String id() {
    return HOST;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(ownName());
    findings.add(localhost());
    surroundings
        .variable(LOCAL_IP)
        .ifPresent(address -> findings.add(tried(address, LOCAL_IP, "unset " + LOCAL_IP)));
    if (request.project().drivesHere()) {
      findings.addAll(driver());
    }
    return findings;
  }

  private Finding ownName() {
    try {
      InetAddress own = surroundings.network().localHost();
      String what = own.getHostName() + " is " + own.getHostAddress();
      if (!own.isLoopbackAddress() || !isAskedFor()) {
        return Finding.ok(HOST, what);
      }
      return Finding.warning(
          HOST,
          "this machine's own name " + what + ", a loopback address",
          "Executors of other machines cannot come back to it; Spark takes the address of an"
              + " interface instead, which may be the wrong one (Your hostname resolves to a"
              + " loopback address).",
          "Give the address that the cluster reaches: -Dspark.driver.host=…, or export "
              + LOCAL_IP
              + "=…");
    } catch (UnknownHostException e) {
      return unknown(e);
    }
  }

  /** Says whether Spark tells this machine's name to others. */
  private boolean isAskedFor() {
    return request.project().isReachedFromOutside()
        && surroundings.variable(LOCAL_IP).isEmpty()
        && request.project().setting(DRIVER_HOST).isEmpty();
  }

  /** In local mode the goals give {@code SPARK_LOCAL_IP}, so that Spark does not ask. */
  private Finding unknown(UnknownHostException e) {
    String what = "this machine's own name cannot be looked up: " + e.getMessage();
    String fix = "Add it to /etc/hosts: echo \"127.0.0.1 $(hostname)\" | sudo tee -a /etc/hosts";
    boolean given = surroundings.variable(LOCAL_IP).isPresent();
    if (given || request.project().manager() == Manager.LOCAL) {
      return Finding.warning(
          HOST,
          what,
          "Spark that is started by other means than these goals ends with UnknownHostException; in"
              + " local mode the goals set "
              + LOCAL_IP
              + ".",
          fix);
    }
    return Finding.error(HOST, what, "spark-submit ends with UnknownHostException.", fix);
  }

  private Finding localhost() {
    try {
      InetAddress address = surroundings.network().lookUp(LOCALHOST);
      return address.isLoopbackAddress()
          ? Finding.ok(LOCALHOST, LOCALHOST + " is " + address.getHostAddress())
          : localhost(LOCALHOST + " is " + address.getHostAddress() + ", no loopback address");
    } catch (UnknownHostException e) {
      return localhost(LOCALHOST + " cannot be looked up");
    }
  }

  private static Finding localhost(String what) {
    return Finding.warning(
        LOCALHOST,
        what,
        "Python workers, py4j and local tests connect to it.",
        "Add it to /etc/hosts: 127.0.0.1 localhost");
  }

  private List<Finding> driver() {
    Optional<String> bind = request.project().setting(BIND_ADDRESS);
    Optional<String> host = request.project().setting(DRIVER_HOST);
    List<Finding> findings = new ArrayList<>();
    if (bind.isPresent()) {
      findings.add(tried(bind.get(), BIND_ADDRESS, "Give an address of this machine, or 0.0.0.0"));
      host.flatMap(this::unresolved).ifPresent(findings::add);
    } else {
      host.ifPresent(
          name ->
              findings.add(
                  tried(
                      name,
                      DRIVER_HOST,
                      "Give an address of this machine; behind NAT or in a container also"
                          + " -Dspark.driver.bindAddress=0.0.0.0")));
    }
    return findings;
  }

  private Optional<Finding> unresolved(String host) {
    try {
      surroundings.network().lookUp(host);
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(
          Finding.warning(
              DRIVER,
              DRIVER_HOST + "=" + host + " cannot be looked up here",
              "Executors look it up to reach the driver, and wait for ever where they cannot.",
              "Give a name or an address that the cluster knows"));
    }
  }

  private Finding tried(String address, String name, String fix) {
    try {
      surroundings.network().bind(surroundings.network().lookUp(address));
      return Finding.ok(DRIVER, name + "=" + address + " can be listened on");
    } catch (UnknownHostException e) {
      return Finding.error(
          DRIVER,
          name + "=" + address + " cannot be looked up",
          "The driver ends with UnknownHostException, or UnresolvedAddressException.",
          fix);
    } catch (IOException e) {
      return Finding.error(
          DRIVER,
          name + "=" + address + " cannot be listened on (" + e.getMessage() + ")",
          NOT_BOUND,
          fix);
    }
  }
}
