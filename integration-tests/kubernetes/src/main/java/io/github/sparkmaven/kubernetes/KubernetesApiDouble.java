/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A double of a Kubernetes cluster on 127.0.0.1, for where no cluster can run: no scheduler, no
 * containers, no web sockets, no admission, and objects are kept as they come.
 *
 * <p>It does what spark-submit, a driver and the plugin ask: create, read, list by label and field,
 * watch over HTTP, apply, delete with a grace, collect what is owned, the log of a pod. What
 * becomes of a pod is in a {@link PodScript}.
 */
public final class KubernetesApiDouble implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final KubeletDouble kubelet;
  private final ApiStore store;
  private final Path folder;
  private final AtomicReference<Optional<ApiError>> refusal =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<String> token = new AtomicReference<>("");
  private final AtomicInteger pods = new AtomicInteger();

  /**
   * Starts on a free port.
   *
   * @param home the Spark home that stands in for the image
   * @param folder for what pods leave behind
   * @param scripts what becomes of pods, by role: {@code driver} and {@code executor}
   */
  public KubernetesApiDouble(Path home, Path folder, Map<String, String> scripts)
      throws IOException {
    this.folder = folder;
    store = new ApiStore(Clock.systemUTC());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Map<String, PodScript> parsed = new HashMap<>();
    scripts.forEach((role, script) -> parsed.put(role, PodScript.parse(script)));
    PodProcess.Image image =
        new PodProcess.Image(home, Path.of(System.getProperty("java.home")), url());
    kubelet = new KubeletDouble(store, parsed, pod -> process(pod, image));
    threads = Executors.newCachedThreadPool(KubernetesApiDouble::daemon);
    server.createContext("/", new ApiHandler(store, kubelet, refusal::get, token::get));
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Serves until standard input ends; prints the URL as the only line of standard output.
   *
   * @param arguments the Spark home, a folder, and scripts as in {@code driver=running:500,exit:3}
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> scripts = new HashMap<>();
    for (int i = 2; i < arguments.length; i++) {
      int equals = arguments[i].indexOf('=');
      scripts.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
    }
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    try (KubernetesApiDouble api =
        new KubernetesApiDouble(Path.of(arguments[0]), folder, scripts)) {
      System.out.println(api.url());
      while (System.in.read() >= 0) {
        // What is written does not matter; its end does.
      }
    }
  }

  /** Returns the URL, without Spark's {@code k8s://}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Lets every request fail from now on. */
  void refuse(int code, String reason, String message) {
    refusal.set(Optional.of(new ApiError(code, reason, message)));
  }

  /** Lets requests pass from now on that bear this token; with an empty one, all. */
  void admit(String bearerToken) {
    refusal.set(Optional.empty());
    token.set(bearerToken);
  }

  /** Returns the file of a pod's log. */
  Path logOf(String namespace, String pod) throws ApiError {
    return kubelet.log(new ApiPath(namespace, "pods", pod, ""));
  }

  /** Creates a pod as a client would. */
  void create(String namespace, ObjectNode pod) throws ApiError, IOException {
    store.create(new ApiPath(namespace, "pods", "", ""), pod);
    kubelet.start(new ApiPath(namespace, "pods", pod.at("/metadata/name").asText(), ""));
  }

  /** Deletes a pod as a person would who does not wait. */
  void delete(String namespace, String pod) throws ApiError {
    kubelet.delete(new ApiPath(namespace, "pods", pod, ""), 0);
  }

  private PodProcess process(ObjectNode pod, PodProcess.Image image) throws IOException {
    return new PodProcess(
        pod, () -> conf(pod), image, folder.resolve("pod-" + pods.incrementAndGet()));
  }

  private Map<String, String> conf(ObjectNode pod) {
    Map<String, String> files = new HashMap<>();
    String namespace = pod.at("/metadata/namespace").asText();
    for (var volume : pod.at("/spec/volumes")) {
      String map = volume.at("/configMap/name").asText("");
      store
          .find(new ApiPath(namespace, "configmaps", map, ""))
          .ifPresent(
              found ->
                  found
                      .path("data")
                      .properties()
                      .forEach(file -> files.put(file.getKey(), file.getValue().asText())));
    }
    return files;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "kubernetes-api-double");
    thread.setDaemon(true);
    return thread;
  }

  /** Stops answering. */
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public void close() {
    kubelet.close();
    stop();
  }
}
