/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The {@code job} element: what is to run. */
public final class JobParameter {
  /**
   * The class with the main method; by default the jar's manifest names it, or the one class that
   * has a main.
   */
  private @Nullable String mainClass;

  /** The Python file to run instead of a class. */
  private @Nullable String pythonFile;

  /** What the program is given. */
  private @Nullable List<@Nullable String> arguments;

  /** What is known of this job, and its pins; laid over the plugin's own. */
  private @Nullable WorkloadParameter workload;

  /** Spark settings of this job. */
  private @Nullable Properties conf;

  /**
   * Returns this element with what it leaves out taken from another; settings are laid over each
   * other key by key.
   *
   * @param base what stands outside of the environment
   */
  public JobParameter over(JobParameter base) {
    JobParameter merged = new JobParameter();
    boolean ownProgram = mainClass != null || pythonFile != null;
    merged.mainClass = ownProgram ? mainClass : base.mainClass;
    merged.pythonFile = ownProgram ? pythonFile : base.pythonFile;
    merged.arguments = Merge.first(arguments, base.arguments);
    merged.workload = workload == null ? base.workload : workload.over(base.workload);
    merged.conf = new Properties();
    merged.conf.putAll(base.conf());
    merged.conf.putAll(conf());
    return merged;
  }

  /** Says whether no job is declared. */
  public boolean isEmpty() {
    return mainClass == null && pythonFile == null;
  }

  /** Returns the declared main class. */
  public Optional<String> mainClass() {
    return Optional.ofNullable(mainClass);
  }

  /** Returns the declared Python file. */
  public Optional<String> pythonFile() {
    return Optional.ofNullable(pythonFile);
  }

  /**
   * Returns the arguments; Maven hands an empty element over as null, and it means the empty
   * argument.
   */
  public List<String> arguments() {
    return arguments == null
        ? List.of()
        : arguments.stream().map(argument -> Optional.ofNullable(argument).orElse("")).toList();
  }

  /** Returns the workload element, if there is one. */
  public Optional<WorkloadParameter> workload() {
    return Optional.ofNullable(workload);
  }

  /** Returns the job's settings. */
  public Properties conf() {
    return conf == null ? new Properties() : conf;
  }
}
