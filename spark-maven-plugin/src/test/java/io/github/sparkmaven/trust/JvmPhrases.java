/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.json.Json;
import java.util.List;

/** The phrases in which figures stand in the reasons of the JVM's flags. */
record JvmPhrases(PlanFile plan, long executors) {

  List<Phrase> all() {
    long machine =
        plan.part("cluster").list("nodeGroups").stream()
            .mapToLong(JvmPhrases::machineCores)
            .max()
            .orElseThrow();
    long heap = plan.figure("layout/heapMiB");
    return List.of(
        Phrase.free("ten times the calls, 10 x 5000 ="),
        Phrase.free("10 x 600 ="),
        Phrase.free("10 x 15000 ="),
        Phrase.free("at level 1,"),
        Phrase.free("stays at 240 MiB"),
        Phrase.free("where one alone has 48"),
        Phrase.free("at most 500 ms of a second"),
        Phrase.of(
            "# cores x 5 tasks a second x 11 / 10 ms",
            executors * plan.figure("layout/executorCores")),
        Phrase.free("Java 8 would"),
        Phrase.free("from Java 9"),
        Phrase.free("suits heaps from 6144 MiB"),
        Phrase.of("a heap of # MiB", heap),
        Phrase.free("within 90 s"),
        Phrase.of("# MiB of heap x 0.6 /", heap),
        Phrase.of("# cores / 80 MiB", plan.figure("layout/executorCores")),
        machine <= 8
            ? Phrase.of("a JVM that sees # cores starts # collector threads", machine, machine)
            : Phrase.of("a JVM that sees # cores", machine),
        Phrase.free("starts 8 collector threads and five for every 8 further cores"),
        Phrase.of("# cores x 5 / 8", machine - 8),
        Phrase.free("8 +"),
        Phrase.of("# executors /", executors),
        Phrase.of("# nodes", plan.figure("cluster/nodes")),
        Phrase.of("x # threads", machine <= 8 ? machine : 8 + (machine - 8) * 5 / 8),
        Phrase.of("on # cores", machine),
        Phrase.of("no more than its own cores: #", plan.figure("layout/executorCores")));
  }

  private static long machineCores(Json group) {
    return group.number("machineCores").orElseThrow();
  }
}
