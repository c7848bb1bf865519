/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases that run in one JVM, one after the other.
 *
 * @param needs what the JVM has to have
 * @param cases in order
 */
public record CaseJvm(Needs needs, List<PreparedCase> cases) {

  /**
   * What a JVM has to have.
   *
   * @param kind what the jobs' code is, which decides on the Spark home
   * @param options its options
   */
  public record Needs(DeclaredTests.Kind kind, List<String> options) {

    /** Copies the options. */
    public Needs {
      options = List.copyOf(options);
    }
  }

  /** Copies the list. */
  public CaseJvm {
    cases = List.copyOf(cases);
  }

  /** Puts cases together that need the same JVM, but those that need it for themselves. */
  public static List<CaseJvm> of(List<PreparedCase> cases) {
    Map<Needs, List<PreparedCase>> shared = new LinkedHashMap<>();
    List<CaseJvm> jvms = new ArrayList<>();
    for (PreparedCase prepared : cases) {
      Needs needs = new Needs(prepared.kind(), prepared.jvmOptions());
      if (prepared.alone()) {
        jvms.add(new CaseJvm(needs, List.of(prepared)));
      } else {
        shared.computeIfAbsent(needs, key -> new ArrayList<>()).add(prepared);
      }
    }
    shared.forEach((needs, together) -> jvms.add(new CaseJvm(needs, together)));
    return jvms;
  }
}
