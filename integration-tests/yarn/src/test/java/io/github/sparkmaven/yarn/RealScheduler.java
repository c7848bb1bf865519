/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.hadoop.yarn.api.protocolrecords.AllocateResponse;
import org.apache.hadoop.yarn.api.protocolrecords.GetNewApplicationRequest;
import org.apache.hadoop.yarn.api.protocolrecords.SubmitApplicationRequest;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationSubmissionContext;
import org.apache.hadoop.yarn.api.records.Container;
import org.apache.hadoop.yarn.api.records.ContainerLaunchContext;
import org.apache.hadoop.yarn.api.records.Priority;
import org.apache.hadoop.yarn.api.records.Resource;
import org.apache.hadoop.yarn.api.records.ResourceRequest;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.exceptions.InvalidResourceRequestException;
import org.apache.hadoop.yarn.server.resourcemanager.MockAM;
import org.apache.hadoop.yarn.server.resourcemanager.MockNM;
import org.apache.hadoop.yarn.server.resourcemanager.MockRM;
import org.apache.hadoop.yarn.server.resourcemanager.rmapp.RMAppState;
import org.apache.hadoop.yarn.server.resourcemanager.rmapp.attempt.RMAppAttempt;
import org.apache.hadoop.yarn.server.resourcemanager.rmapp.attempt.RMAppAttemptState;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.AbstractYarnScheduler;
import org.apache.hadoop.yarn.util.Records;

/**
 * Asks a real scheduler, in a ResourceManager without ports and processes, what it grants.
 *
 * <p>The job is Spark's: an application master, then one request for all executors anywhere.
 */
final class RealScheduler implements AutoCloseable {
  // Rounds of heartbeats without anything new after which nothing more is expected; reservations
  // move only from one heartbeat to the next.
  private static final int QUIET_ROUNDS = 6;
  private static final int FIRST_PORT = 10_000;

  private final SchedulerCase wanted;
  private final YarnConfiguration conf;
  private final MockRM manager;
  private final List<MockNM> nodes = new ArrayList<>();

  private RealScheduler(SchedulerCase wanted, Map<String, String> more) throws Exception {
    this.wanted = wanted;
    this.conf = SchedulerSettings.of(wanted);
    more.forEach(conf::set);
    this.manager = new MockRM(conf);
    manager.start();
    for (Node node : wanted.nodes()) {
      String address = "127.0.0.1:" + (FIRST_PORT + nodes.size());
      nodes.add(manager.registerNode(address, node.memoryMib(), node.vcores()));
    }
  }

  /** Returns what the job gets when its application master lands on the given node. */
  static Granted grant(SchedulerCase wanted, int amNode) throws Exception {
    return measure(wanted, amNode, Map.of()).granted();
  }

  /** Returns that, and how long it took, with more of Hadoop's own settings. */
  static Placing measure(SchedulerCase wanted, int amNode, Map<String, String> more)
      throws Exception {
    try (RealScheduler scheduler = new RealScheduler(wanted, more)) {
      return scheduler.run(amNode);
    }
  }

  @Override
  public void close() {
    manager.stop();
    SchedulerSettings.discard(conf);
  }

  private Placing run(int amNode) throws Exception {
    RMAppAttempt attempt;
    try {
      attempt = submit();
    } catch (InvalidResourceRequestException e) {
      return Placing.nothing(Granted.rejected(false, String.valueOf(e.getMessage())));
    }
    if (!startAm(attempt, amNode)) {
      return Placing.nothing(Granted.waiting());
    }
    MockAM am = manager.sendAMLaunched(attempt.getAppAttemptId());
    am.registerAppAttempt();
    try {
      return collect(am);
    } catch (InvalidResourceRequestException e) {
      return Placing.nothing(Granted.rejected(true, String.valueOf(e.getMessage())));
    }
  }

  private RMAppAttempt submit() throws Exception {
    ApplicationId id =
        manager
            .getClientRMService()
            .getNewApplication(Records.newRecord(GetNewApplicationRequest.class))
            .getApplicationId();
    ApplicationSubmissionContext job = Records.newRecord(ApplicationSubmissionContext.class);
    job.setApplicationId(id);
    job.setQueue(SchedulerSettings.QUEUE);
    job.setMaxAppAttempts(1);
    job.setAMContainerSpec(Records.newRecord(ContainerLaunchContext.class));
    job.setResource(resource(wanted.am()));
    manager.getClientRMService().submitApplication(SubmitApplicationRequest.newInstance(job));
    manager.waitForState(id, RMAppState.ACCEPTED);
    RMAppAttempt attempt =
        Objects.requireNonNull(manager.getRMContext().getRMApps().get(id)).getCurrentAppAttempt();
    manager.waitForState(attempt.getAppAttemptId(), RMAppAttemptState.SCHEDULED);
    return attempt;
  }

  private boolean startAm(RMAppAttempt attempt, int amNode) throws Exception {
    for (int round = 0; round < QUIET_ROUNDS; round++) {
      update();
      heartbeat(nodes.get(amNode));
      if (attempt.getAppAttemptState() != RMAppAttemptState.SCHEDULED) {
        return true;
      }
    }
    return false;
  }

  private ResourceRequest executors() {
    // YarnAllocator.createContainerRequest in spark-yarn: no hosts, no racks, relaxed locality.
    return ResourceRequest.newInstance(
        Priority.newInstance(1),
        ResourceRequest.ANY,
        resource(wanted.executor()),
        wanted.executors(),
        true);
  }

  private Placing collect(MockAM am) throws Exception {
    Stopwatch watch = new Stopwatch();
    AllocateResponse first = am.allocate(List.of(executors()), List.of());
    List<Container> granted = new ArrayList<>(first.getAllocatedContainers());
    List<MockNM> order = new ArrayList<>(nodes);
    Random random = new Random(wanted.hashCode());
    Placing placing = Placing.nothing(granted(granted));
    for (int round = 1; round <= placing.rounds() + QUIET_ROUNDS; round++) {
      update();
      Collections.shuffle(order, random);
      for (MockNM node : order) {
        node.nodeHeartbeat(true);
      }
      manager.drainEvents();
      List<Container> more = am.allocate(List.of(), List.of()).getAllocatedContainers();
      granted.addAll(more);
      if (!more.isEmpty()) {
        long heartbeats = (long) round * nodes.size();
        placing =
            new Placing(granted(granted), round, heartbeats, watch.seconds(), watch.cpuSeconds());
      }
      if (granted.size() >= wanted.executors()) {
        break;
      }
    }
    return placing;
  }

  private Granted granted(List<Container> containers) {
    int[] perNode = new int[nodes.size()];
    containers.forEach(container -> perNode[container.getNodeId().getPort() - FIRST_PORT]++);
    Resource size =
        containers.isEmpty() ? Resource.newInstance(0, 0) : containers.get(0).getResource();
    return new Granted(
        true,
        containers.size(),
        (int) size.getMemorySize(),
        size.getVirtualCores(),
        IntStream.of(perNode).boxed().toList(),
        "");
  }

  private void heartbeat(MockNM node) throws Exception {
    node.nodeHeartbeat(true);
    manager.drainEvents();
  }

  /** Does what the Fair Scheduler's own thread does twice a second: computes the shares. */
  private void update() {
    ((AbstractYarnScheduler<?, ?>) manager.getResourceScheduler()).update();
  }

  private static Resource resource(Ask ask) {
    return Resource.newInstance(ask.mib(), ask.vcores());
  }
}
