/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A client of the Kubernetes API that is set up as spark-submit sets up its own.
 *
 * <p>Numbers and switches go by system properties, because the types of the client's setters differ
 * between its versions 6 and 7; texts are set after the kubeconfig is read, and so win over it.
 */
final class KubernetesAccess {
  private static final String PREFIX = "spark.kubernetes.";
  private static final String CREDENTIALS = PREFIX + "authenticate.submission.";
  private static final String MILLIS = "5000";

  private final KubernetesClient client;
  private final String namespace;
  private final String url;

  private KubernetesAccess(KubernetesClient client, String namespace, String url) {
    this.client = client;
    this.namespace = namespace;
    this.url = url;
  }

  /** Sets a client up; nothing is asked yet. */
  static KubernetesAccess of(Map<String, String> settings) throws IOException {
    property("kubernetes.request.retry.backoffLimit", "2");
    property("kubernetes.connection.timeout", MILLIS);
    property("kubernetes.request.timeout", MILLIS);
    property(
        "kubernetes.trust.certificates",
        settings.getOrDefault(PREFIX + "trust.certificates", "false"));
    String context = settings.getOrDefault(PREFIX + "context", "");
    Config config = Config.autoConfigure(context.isEmpty() ? null : context);
    String namespace = settings.getOrDefault(PREFIX + "namespace", "default");
    config.setNamespace(namespace);
    credentials(settings, config);
    config.setMasterUrl(url(settings.getOrDefault("spark.master", "")));
    KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
    return new KubernetesAccess(client, namespace, String.valueOf(config.getMasterUrl()));
  }

  /**
   * Returns the address of a master. One without a scheme is asked over TLS, as Spark does (its
   * Utils.checkAndGetK8sMasterUrl); the client itself would try, and fall back to plain HTTP.
   */
  static String url(String master) {
    String address = master.startsWith("k8s://") ? master.substring("k8s://".length()) : master;
    return address.contains("://") ? address : "https://" + address;
  }

  private static void credentials(Map<String, String> settings, Config config) throws IOException {
    set(settings, "caCertFile", config::setCaCertFile);
    set(settings, "clientKeyFile", config::setClientKeyFile);
    set(settings, "clientCertFile", config::setClientCertFile);
    set(settings, "oauthToken", config::setOauthToken);
    String tokenFile = settings.get(CREDENTIALS + "oauthTokenFile");
    if (tokenFile != null) {
      byte[] token = Files.readAllBytes(Paths.get(tokenFile));
      config.setOauthToken(new String(token, StandardCharsets.UTF_8).trim());
    }
  }

  private static void set(Map<String, String> settings, String name, Consumer<String> setter) {
    String value = settings.get(CREDENTIALS + name);
    if (value != null) {
      setter.accept(value);
    }
  }

  private static void property(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }

  KubernetesClient client() {
    return client;
  }

  /** Returns the namespace of the settings. */
  String namespace() {
    return namespace;
  }

  /** Returns why the API did not do what it was asked for. */
  NoAnswer refusal(KubernetesClientException failure) {
    // 0 or -1, by the client's version, where there was no answer.
    if (failure.getCode() <= 0) {
      return new NoAnswer("the Kubernetes API at " + url + " cannot be reached: " + cause(failure));
    }
    switch (failure.getCode()) {
      case 401:
        return new NoAnswer(
            "the Kubernetes API at " + url + " does not accept the credentials (401)");
      case 403:
        return new NoAnswer(
            "the Kubernetes API at " + url + " does not permit it (403): " + word(failure));
      default:
        return new NoAnswer(
            "the Kubernetes API at "
                + url
                + " answered "
                + failure.getCode()
                + ": "
                + word(failure));
    }
  }

  /** Says whether a connection was closed before the answer came, which says nothing of the API. */
  static boolean connectionWasClosed(KubernetesClientException failure) {
    String cause = cause(failure);
    return failure.getCode() <= 0
        && (cause.contains("Connection was closed")
            || cause.contains("Connection reset")
            || cause.contains("unexpected end of stream"));
  }

  /** The API's own words; the client's name the request's address as well. */
  private static String word(KubernetesClientException failure) {
    String said = failure.getStatus() == null ? null : failure.getStatus().getMessage();
    return String.valueOf(said == null ? failure.getMessage() : said).split("\n", 2)[0];
  }

  private static String cause(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.toString().split("\n", 2)[0];
  }
}
