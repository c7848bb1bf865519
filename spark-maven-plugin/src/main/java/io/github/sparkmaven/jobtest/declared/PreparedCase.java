/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import io.github.sparkmaven.unit.TimeLimit;
import java.util.List;
import java.util.Map;

/**
 * A case as the runner is asked for it.
 *
 * @param name the case
 * @param keys what the runner reads, in the names of its CaseRequest
 * @param kind what its code is
 * @param jvmOptions what its JVM has to have
 * @param alone whether no other case may run in its JVM
 * @param timeout how long it may take
 */
public record PreparedCase(
    String name,
    Map<String, String> keys,
    DeclaredTests.Kind kind,
    List<String> jvmOptions,
    boolean alone,
    TimeLimit timeout) {

  /** Copies the collections. */
  public PreparedCase {
    keys = Map.copyOf(keys);
    jvmOptions = List.copyOf(jvmOptions);
  }
}
