/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Leads pods through their phases as a {@link PodScript} says: the one in their annotation, else
 * that of their role.
 *
 * <p>{@code run} really runs Spark's entry point, without a container: see {@link PodProcess}.
 */
final class KubeletDouble implements AutoCloseable {
  private final ApiStore store;
  private final Map<String, PodScript> scripts;
  private final PodProcess.Factory processes;
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  /**
   * Plays scripts.
   *
   * @param scripts by role, {@code driver} and {@code executor}
   */
  KubeletDouble(ApiStore store, Map<String, PodScript> scripts, PodProcess.Factory processes) {
    this.store = store;
    this.scripts = Map.copyOf(scripts);
    this.processes = processes;
  }

  /** A pod's thread, and what it waits for between steps: to be told that the pod shall end. */
  private record Running(Thread thread, CountDownLatch deleted, PodProcess process) {}

  /** Begins with a pod that was created. */
  void start(ApiPath path) throws ApiError, IOException {
    ObjectNode pod = store.get(path);
    PodProcess process = processes.of(pod);
    CountDownLatch deleted = new CountDownLatch(1);
    Thread thread = new Thread(() -> lead(path, process, deleted), "pod-" + path.name());
    thread.setDaemon(true);
    running.put(uid(pod), new Running(thread, deleted, process));
    thread.start();
  }

  /** Ends a pod within its grace, then removes it; returns at once. */
  void delete(ApiPath path, long graceSeconds) throws ApiError {
    ObjectNode pod = store.get(path);
    if (pod.path("metadata").has("deletionTimestamp")) {
      return;
    }
    change(
        path,
        object -> object.withObjectProperty("metadata").put("deletionTimestamp", store.now()));
    Thread thread = new Thread(() -> end(path, pod, graceSeconds), "end-" + path.name());
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the file of a pod's log. */
  Path log(ApiPath path) throws ApiError {
    return held(store.get(new ApiPath(path.namespace(), "pods", path.name(), ""))).process().log();
  }

  private Running held(ObjectNode pod) throws ApiError {
    Running held = running.get(uid(pod));
    if (held == null) {
      throw ApiError.notFound("pods", pod.at("/metadata/name").asText());
    }
    return held;
  }

  private void end(ApiPath path, ObjectNode pod, long graceSeconds) {
    try {
      Running held = held(pod);
      held.deleted().countDown();
      held.process().end(graceSeconds);
      held.thread().join();
      for (ApiPath owned : store.remove(path)) {
        delete(owned, graceSeconds);
      }
    } catch (ApiError e) {
      // Somebody else was faster.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lead(ApiPath path, PodProcess process, CountDownLatch deleted) {
    try {
      ObjectNode pod = store.get(path);
      String role = pod.path("metadata").path("labels").path("spark-role").asText("driver");
      String own = pod.path("metadata").path("annotations").path(PodScript.ANNOTATION).asText("");
      PodScript script =
          own.isEmpty() ? scripts.getOrDefault(role, PodScript.parse("run")) : PodScript.parse(own);
      for (List<String> step : script.steps()) {
        if (step(path, process, deleted, step.get(0), step.subList(1, step.size()))) {
          return;
        }
      }
    } catch (ApiError | IOException e) {
      throw new IllegalStateException("cannot lead " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether the pod shall end. */
  private boolean step(
      ApiPath path, PodProcess process, CountDownLatch deleted, String name, List<String> words)
      throws ApiError, IOException, InterruptedException {
    switch (name) {
      case "unschedulable" -> status(path, PodStatus::unschedulable);
      case "waiting" -> status(path, status -> status.waiting(words.get(0)));
      case "running" -> status(path, PodStatus::running);
      case "run" -> {
        status(path, PodStatus::running);
        ended(path, process.run(), "");
        return false;
      }
      case "exit" -> {
        ended(path, Integer.parseInt(words.get(0)), words.size() > 1 ? words.get(1) : "");
        return false;
      }
      case "evicted" -> {
        status(path, PodStatus::evicted);
        return false;
      }
      case "deleted" -> {
        delete(path, 0);
        return true;
      }
      default -> throw new IllegalArgumentException("no such step: " + name);
    }
    int time = name.equals("waiting") ? 1 : 0;
    long millis = words.size() > time ? Long.parseLong(words.get(time)) : Long.MAX_VALUE;
    return deleted.await(millis, TimeUnit.MILLISECONDS);
  }

  private void ended(ApiPath path, int exitCode, String reason) throws ApiError {
    String said = exitCode == 0 ? "Completed" : reason.isEmpty() ? "Error" : reason;
    status(path, status -> status.ended(exitCode, said));
  }

  private void status(ApiPath path, Consumer<PodStatus> change) throws ApiError {
    change(path, pod -> change.accept(new PodStatus(pod, store.now())));
  }

  private void change(ApiPath path, Consumer<ObjectNode> change) throws ApiError {
    store.change(path, change);
  }

  private static String uid(ObjectNode pod) {
    return pod.at("/metadata/uid").asText();
  }

  @Override
  public void close() {
    running.values().forEach(held -> held.process().end(0));
  }
}
