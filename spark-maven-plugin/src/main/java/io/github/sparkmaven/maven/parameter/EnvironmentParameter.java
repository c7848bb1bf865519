/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** An {@code environments/<name>} element: what differs there from what stands outside. */
public final class EnvironmentParameter {
  /** Hardware; inherits what it leaves out, unless it names another manager. */
  private @Nullable ClusterParameter cluster;

  /** Workload and pins; inherits what it leaves out. */
  private @Nullable WorkloadParameter workload;

  /** Spark settings of this environment. */
  private @Nullable Properties conf;

  /** What differs in this environment of each job, by its name. */
  private @Nullable Map<String, JobParameter> jobs;

  /** How jobs are submitted in this environment; inherits what it leaves out. */
  private @Nullable SubmitParameter submit;

  /** Returns the submit element, if there is one. */
  public Optional<SubmitParameter> submit() {
    return Optional.ofNullable(submit);
  }

  /** Returns the jobs that differ, by name. */
  public Map<String, JobParameter> jobs() {
    return jobs == null ? Map.of() : jobs;
  }

  /** Returns the cluster element, if there is one. */
  public Optional<ClusterParameter> cluster() {
    return Optional.ofNullable(cluster);
  }

  /** Returns the workload element, if there is one. */
  public Optional<WorkloadParameter> workload() {
    return Optional.ofNullable(workload);
  }

  /** Returns the environment's settings. */
  public Properties conf() {
    return conf == null ? new Properties() : conf;
  }
}
