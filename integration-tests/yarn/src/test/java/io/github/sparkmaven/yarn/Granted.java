/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.util.List;

/**
 * What a scheduler gave a job.
 *
 * @param amStarted whether the application master got its container
 * @param executors how many executors' containers
 * @param containerMib the size of one of them as allocated, 0 when there is none
 * @param containerVcores its vcores as allocated
 * @param perNode the executors of each node
 * @param rejection why the request was refused at once, empty when it was accepted
 */
record Granted(
    boolean amStarted,
    int executors,
    int containerMib,
    int containerVcores,
    List<Integer> perNode,
    String rejection) {
  Granted {
    perNode = List.copyOf(perNode);
  }

  /** Returns this without what no law predicts: which nodes, and the words of a refusal. */
  Granted summary() {
    return new Granted(
        amStarted,
        executors,
        containerMib,
        containerVcores,
        List.of(),
        rejection.isEmpty() ? "" : "refused");
  }

  static Granted rejected(boolean amStarted, String why) {
    return new Granted(amStarted, 0, 0, 0, List.of(), why);
  }

  static Granted waiting() {
    return new Granted(false, 0, 0, 0, List.of(), "");
  }
}
