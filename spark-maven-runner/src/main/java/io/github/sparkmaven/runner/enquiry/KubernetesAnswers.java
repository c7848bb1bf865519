/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the Kubernetes API.
 *
 * <p>An application is named {@code namespace:pod}, by its driver's pod, or {@code spark-…}, by the
 * id that its pods are labelled with; a pod's record is that of {@link PodRecord}, executors are
 * counted as in {@link ExecutorCounts}. The questions:
 *
 * <ul>
 *   <li>{@code report ID}: the driver's pod, unless there is none, and the executors'
 *   <li>{@code kill ID SECONDS}: deletes the pods with that grace, waits up to eight seconds, and
 *       returns how many there were and how many are left
 *   <li>{@code search PROJECT}: the same records as of a report, for all pods with its label
 *   <li>{@code logs ID FILE}: writes the log of the driver's container, and returns how much it was
 * </ul>
 */
final class KubernetesAnswers implements Answers {
  private static final String PROJECT = "spark-maven-project";
  private static final long KILL_NANOS = TimeUnit.SECONDS.toNanos(8);
  private static final long LOG_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long PAUSE_MILLIS = 200;

  private @Nullable KubernetesAccess opened;

  @Override
  public void open(Map<String, String> settings) throws Exception {
    opened = KubernetesAccess.of(settings);
  }

  @Override
  public List<Map<String, String>> answer(String question, List<String> words) throws Exception {
    KubernetesAccess access = Objects.requireNonNull(opened, "not opened");
    try {
      return ask(access, question, words);
    } catch (KubernetesClientException e) {
      if (!KubernetesAccess.connectionWasClosed(e)) {
        throw access.refusal(e);
      }
    }
    // A server, or what balances its load, closes connections that rest, also the moment before one
    // is used again; the vert.x client of Spark 4 does not take another one by itself.
    try {
      return ask(access, question, words);
    } catch (KubernetesClientException e) {
      throw access.refusal(e);
    }
  }

  private static List<Map<String, String>> ask(
      KubernetesAccess access, String question, List<String> words) throws Exception {
    switch (question) {
      case "report":
        return report(access, words.get(0));
      case "kill":
        return kill(access, words.get(0), Long.parseLong(words.get(1)));
      case "search":
        return records(access, labelled(access, access.namespace(), PROJECT, words.get(0)));
      case "logs":
        return logs(access, words.get(0), words.get(1));
      default:
        throw new NoAnswer("no such question: " + question);
    }
  }

  private static List<Map<String, String>> report(KubernetesAccess access, String id) {
    List<Pod> pods = new ArrayList<>(pods(access, id));
    if (!pods.isEmpty() && id.indexOf(':') >= 0) {
      Pod driver = pods.get(0);
      String application = PodRecord.labels(driver).get(PodRecord.APPLICATION);
      if (application != null) {
        String namespace = driver.getMetadata().getNamespace();
        for (Pod pod : labelled(access, namespace, PodRecord.APPLICATION, application)) {
          if (PodRecord.executor(pod)) {
            pods.add(pod);
          }
        }
      }
    }
    return records(access, pods);
  }

  /** The driver's pod of a name; all that is labelled with an application's id. */
  private static List<Pod> pods(KubernetesAccess access, String id) {
    if (id.indexOf(':') < 0) {
      return labelled(access, access.namespace(), PodRecord.APPLICATION, id);
    }
    Pod pod = pod(access, id).get();
    return pod == null ? Collections.emptyList() : Collections.singletonList(pod);
  }

  private static PodResource pod(KubernetesAccess access, String id) {
    int colon = id.indexOf(':');
    return access
        .client()
        .pods()
        .inNamespace(id.substring(0, colon))
        .withName(id.substring(colon + 1));
  }

  private static List<Pod> labelled(
      KubernetesAccess access, String namespace, String label, String value) {
    return access.client().pods().inNamespace(namespace).withLabel(label, value).list().getItems();
  }

  private static List<Map<String, String>> records(KubernetesAccess access, List<Pod> pods) {
    List<Map<String, String>> records = new ArrayList<>();
    ExecutorCounts executors = new ExecutorCounts();
    for (Pod pod : pods) {
      Map<String, String> record = PodRecord.of(pod);
      if (PodRecord.executor(pod)) {
        executors.add(record);
      } else {
        explain(access, record);
        records.add(record);
      }
    }
    records.addAll(executors.records());
    return records;
  }

  /** Adds the last warning where a pod is pending and its status does not say why. */
  private static void explain(KubernetesAccess access, Map<String, String> record) {
    if (!"Pending".equals(record.get("phase"))
        || record.containsKey("unscheduled")
        || record.containsKey("waitingMessage")) {
      return;
    }
    try {
      List<Event> events =
          access
              .client()
              .v1()
              .events()
              .inNamespace(record.get("namespace"))
              .withField("involvedObject.name", record.get("name"))
              .list()
              .getItems();
      for (Event event : events) {
        if ("Warning".equals(event.getType())) {
          PodRecord.put(record, "event", event.getReason() + ": " + event.getMessage());
        }
      }
    } catch (KubernetesClientException e) {
      // Who may read pods need not be permitted to read events.
    }
  }

  private static List<Map<String, String>> kill(KubernetesAccess access, String id, long seconds)
      throws InterruptedException {
    List<Pod> pods = pods(access, id);
    for (Pod pod : pods) {
      resource(access, pod).withGracePeriod(seconds).delete();
    }
    if (id.indexOf(':') < 0) {
      // Nothing owns what a driver outside of the cluster made.
      access
          .client()
          .configMaps()
          .inNamespace(access.namespace())
          .withLabel(PodRecord.APPLICATION, id)
          .delete();
    }
    long end = System.nanoTime() + KILL_NANOS;
    int left = left(access, pods);
    while (left > 0 && System.nanoTime() < end) {
      Thread.sleep(PAUSE_MILLIS);
      left = left(access, pods);
    }
    Map<String, String> record = new LinkedHashMap<>();
    record.put("pods", String.valueOf(pods.size()));
    record.put("left", String.valueOf(left));
    return Collections.singletonList(record);
  }

  private static int left(KubernetesAccess access, List<Pod> pods) {
    int left = 0;
    for (Pod pod : pods) {
      Pod now = resource(access, pod).get();
      if (now != null
          && now.getMetadata().getUid().equals(pod.getMetadata().getUid())
          && !PodRecord.of(now).containsKey("exitCode")) {
        left++;
      }
    }
    return left;
  }

  private static PodResource resource(KubernetesAccess access, Pod pod) {
    String namespace = pod.getMetadata().getNamespace();
    return access.client().pods().inNamespace(namespace).withName(pod.getMetadata().getName());
  }

  private static List<Map<String, String>> logs(KubernetesAccess access, String id, String file)
      throws IOException, NoAnswer {
    List<Map<String, String>> drivers = records(access, pods(access, id));
    if (drivers.isEmpty() || !"pod".equals(drivers.get(0).get("kind"))) {
      throw new NoAnswer("there is no driver pod of " + id);
    }
    Map<String, String> driver = drivers.get(0);
    PodResource pod = pod(access, driver.get("namespace") + ":" + driver.get("name"));
    try (InputStream in = pod.inContainer(driver.get("container")).getLogInputStream();
        OutputStream out = Files.newOutputStream(Paths.get(file))) {
      return Collections.singletonList(copied(in, out));
    }
  }

  private static Map<String, String> copied(InputStream in, OutputStream out) throws IOException {
    long end = System.nanoTime() + LOG_NANOS;
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    int read = in.read(buffer);
    // The asker does not wait for ever.
    while (read >= 0 && System.nanoTime() < end) {
      out.write(buffer, 0, read);
      bytes += read;
      read = in.read(buffer);
    }
    Map<String, String> record = new LinkedHashMap<>();
    record.put("bytes", String.valueOf(bytes));
    record.put("complete", String.valueOf(read < 0));
    return record;
  }
}
