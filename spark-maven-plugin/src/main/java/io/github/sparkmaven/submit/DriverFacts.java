/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.hardware.Manager;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What spark-submit's output has said so far.
 *
 * @param applicationId {@code app-…}, {@code application_…}, or {@code spark-…} on Kubernetes; no
 *     driver in local mode logs its id, only its UI knows it
 * @param driverId the driver of standalone's cluster mode, {@code driver-…}
 * @param pod the driver's pod of Kubernetes' cluster mode, {@code namespace:name}
 * @param ui the driver's web UI, or YARN's proxy to it
 * @param ranLocally whether the driver ran its own executor: the job never reached a cluster
 * @param reported what the submitting client said last of a driver that runs in the cluster, or of
 *     a YARN application; a client may end before the application does
 * @param cause what ended the job, where the output says it
 * @param lastLines the end of both outputs, each line cut to a readable length
 */
public record DriverFacts(
    Optional<String> applicationId,
    Optional<String> driverId,
    Optional<String> pod,
    Optional<URI> ui,
    boolean ranLocally,
    Optional<ApplicationReport> reported,
    Optional<RootCause> cause,
    List<String> lastLines) {

  /** What is known before anything was said. */
  static final DriverFacts NOTHING =
      new DriverFacts(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** Copies the lines. */
  public DriverFacts {
    lastLines = List.copyOf(lastLines);
  }

  /** Returns the name under which the target's manager knows the application, once it is known. */
  public Optional<String> clusterId(Target target) {
    if (!target.driverInCluster() || target.manager() == Manager.YARN) {
      return applicationId;
    }
    return target.manager() == Manager.KUBERNETES ? pod : driverId;
  }

  /** Returns these facts with the UI that the manager knows, unless the driver named its own. */
  DriverFacts seenBy(Optional<ApplicationReport> report) {
    return new DriverFacts(
        applicationId,
        driverId,
        pod,
        ui.or(() -> report.flatMap(ApplicationReport::ui)),
        ranLocally,
        reported,
        cause,
        lastLines);
  }

  /** Returns these facts with what the log of a driver on the cluster says of its end. */
  DriverFacts with(DriverFacts ofCluster) {
    return new DriverFacts(
        applicationId.or(ofCluster::applicationId),
        driverId,
        pod,
        ui,
        ranLocally || ofCluster.ranLocally,
        reported,
        ofCluster.cause.or(() -> cause),
        ofCluster.lastLines.isEmpty() ? lastLines : ofCluster.lastLines);
  }
}
