/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases that run in one JVM, one after the other.
 *
 * @param options what the JVM has to have
 * @param cases in order
 */
public record CaseJvm(List<String> options, List<PreparedCase> cases) {

  /** Copies the lists. */
  public CaseJvm {
    options = List.copyOf(options);
    cases = List.copyOf(cases);
  }

  /** Puts cases together that need the same JVM, but those that need it for themselves. */
  public static List<CaseJvm> of(List<PreparedCase> cases) {
    Map<List<String>, List<PreparedCase>> shared = new LinkedHashMap<>();
    List<CaseJvm> jvms = new ArrayList<>();
    for (PreparedCase prepared : cases) {
      if (prepared.alone()) {
        jvms.add(new CaseJvm(prepared.jvmOptions(), List.of(prepared)));
      } else {
        shared.computeIfAbsent(prepared.jvmOptions(), options -> new ArrayList<>()).add(prepared);
      }
    }
    shared.forEach((options, together) -> jvms.add(new CaseJvm(options, together)));
    return jvms;
  }
}
