/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.List;

/**
 * What the code of a method does.
 *
 * @param id the method
 * @param calls what it calls, in the code's order; unreachable code left out
 * @param returned what it may return
 * @param writes what it puts into fields
 * @param stored what it puts into arrays
 * @param comparisons what its jumps depend on
 * @param lambdas the functions that it makes
 * @param hasLoops whether any of it may run several times
 */
public record CodeMethod(
    MethodId id,
    List<Call> calls,
    List<Value> returned,
    List<FieldWrite> writes,
    List<Value> stored,
    List<Comparison> comparisons,
    List<Value.Lambda> lambdas,
    boolean hasLoops) {
  /** Copies the lists. */
  public CodeMethod {
    calls = List.copyOf(calls);
    returned = List.copyOf(returned);
    writes = List.copyOf(writes);
    stored = List.copyOf(stored);
    comparisons = List.copyOf(comparisons);
    lambdas = List.copyOf(lambdas);
  }
}
