/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import java.util.Arrays;
import java.util.List;

/** What a setting is about, so that a file of settings reads from the cluster down to the job. */
enum Topic {
  /** Where the job goes. */
  SUBMISSION(
      "Where the job goes",
      "spark.master",
      "spark.submit.",
      "spark.yarn.queue",
      "spark.kubernetes."),
  /** How many executors there are, and how large. */
  EXECUTORS(
      "Executors",
      "spark.executor.",
      "spark.cores.max",
      "spark.dynamicAllocation.",
      "spark.memory.",
      "spark.task.",
      "spark.python.",
      "spark.executorEnv."),
  /** The driver. */
  DRIVER("Driver", "spark.driver.", "spark.yarn.am."),
  /** How work is cut up. */
  PARALLELISM(
      "Parallelism, shuffles and queries",
      "spark.default.parallelism",
      "spark.sql.",
      "spark.shuffle.",
      "spark.serializer",
      "spark.rdd."),
  /** What happens when nodes go or lag. */
  RESILIENCE(
      "Nodes that leave or lag",
      "spark.decommission.",
      "spark.storage.decommission.",
      "spark.stage.",
      "spark.speculation",
      "spark.scheduler."),
  /** All else. */
  OTHER("Others", "");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> prefixes;

  Topic(String title, String... prefixes) {
    this.title = title;
    this.prefixes = List.of(prefixes);
  }

  /** Returns the heading. */
  String title() {
    return title;
  }

  /** Returns the topic of a key. */
  static Topic of(String key) {
    return Arrays.stream(values())
        .filter(topic -> topic.prefixes.stream().anyMatch(key::startsWith))
        .findFirst()
        .orElseThrow();
  }
}
