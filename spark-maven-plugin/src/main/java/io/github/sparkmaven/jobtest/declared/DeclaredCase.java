/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job test as it is declared.
 *
 * @param name the folder's name
 * @param folder where it stands
 * @param job the name of one of several jobs
 * @param arguments of the job, with placeholders; the POM's where there are none
 * @param inputs files of the case's folder, by name
 * @param outputs what the job is to have written
 * @param failure how the job is to fail
 * @param prints what its log is to hold
 * @param conf Spark settings of this case
 * @param timeout how long it may take
 * @param fork whether it needs a JVM of its own
 * @param allowFailedStages whether a stage may fail although the job ends well
 */
record DeclaredCase(
    String name,
    Path folder,
    Optional<String> job,
    Optional<List<String>> arguments,
    Map<String, Path> inputs,
    List<DeclaredOutput> outputs,
    Optional<DeclaredFailure> failure,
    List<String> prints,
    Map<String, String> conf,
    Optional<TimeLimit> timeout,
    boolean fork,
    boolean allowFailedStages) {

  DeclaredCase {
    arguments = arguments.map(List::copyOf);
    inputs = Map.copyOf(inputs);
    outputs = List.copyOf(outputs);
    prints = List.copyOf(prints);
    conf = Map.copyOf(conf);
  }
}
