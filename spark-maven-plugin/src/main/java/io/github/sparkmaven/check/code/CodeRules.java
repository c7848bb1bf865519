/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import java.util.List;

/** The rules about code, which are the same for JVM and for Python jobs. */
public final class CodeRules {
  /** A master in the program wins over the one that the job is submitted to. */
  public static final Rule HARD_CODED_MASTER =
      new Rule(
          "hard-coded-master",
          Severity.ERROR,
          "a master is set in the program",
          "a job that runs in the driver alone, on local[*], while the cluster that was asked for"
              + " stays idle, and that is reported as a success");

  /** All rows of a data set of unknown size are brought to the driver. */
  public static final Rule COLLECT_UNBOUNDED =
      new Rule(
          "collect-unbounded",
          Severity.WARNING,
          "all rows of a data set of unknown size are brought to the driver",
          "\"Total size of serialized results of N tasks (…) is bigger than"
              + " spark.driver.maxResultSize\", or java.lang.OutOfMemoryError in the driver, on"
              + " the first day with more data");

  /** All values of a key are brought together, only to be reduced to one. */
  public static final Rule GROUP_BY_KEY_AGGREGATION =
      new Rule(
          "group-by-key-aggregation",
          Severity.WARNING,
          "groupByKey is followed by an aggregation",
          "every value crosses the network, and all values of a frequent key must fit into one"
              + " task's memory: java.lang.OutOfMemoryError in executors, containers killed for"
              + " exceeding memory limits");

  /** Large partial results of all partitions are merged in the driver at once. */
  public static final Rule TREE_VARIANT =
      new Rule(
          "tree-variant",
          Severity.NOTE,
          "large partial results are merged in the driver alone",
          "the driver receives one vector or map a partition, at once: \"Total size of serialized"
              + " results … is bigger than spark.driver.maxResultSize\"");

  /** A user-defined function does what a built-in one does. */
  public static final Rule UDF_FOR_BUILT_IN =
      new Rule(
          "udf-for-built-in",
          Severity.WARNING,
          "a user-defined function does what a built-in function does",
          "every row is converted for the function and back, in Python through another process,"
              + " and no filter is pushed through it: stages many times slower than they need to"
              + " be");

  /** Data is cached that is used only once. */
  public static final Rule CACHE_WITHOUT_REUSE =
      new Rule(
          "cache-without-reuse",
          Severity.NOTE,
          "data is cached that is used at most once",
          "memory that joins and aggregations then lack: blocks are written and evicted, and other"
              + " caches lost, for nothing");

  /** Data that is expensive to compute is computed for each action anew. */
  public static final Rule REUSE_WITHOUT_CACHE =
      new Rule(
          "reuse-without-cache",
          Severity.WARNING,
          "data that is expensive to compute is used by several actions and not cached",
          "the source is read and the join or the aggregation runs again for every action");

  /** Each row of one side meets each row of the other. */
  public static final Rule CROSS_JOIN =
      new Rule(
          "cross-join",
          Severity.WARNING,
          "each row of one side is joined with each row of the other",
          "as many rows as the product of both sides: a stage that never ends, or \"No space left"
              + " on device\"");

  /** What comes before a write runs in a single task. */
  public static final Rule COALESCE_ONE_WRITE =
      new Rule(
          "coalesce-one-write",
          Severity.WARNING,
          "coalesce(1) stands before a write",
          "the computation before it runs in one task, on one core of the cluster: a job that takes"
              + " as long as on one core, and java.lang.OutOfMemoryError in that task");

  /** All rows are counted, where one row would tell. */
  public static final Rule COUNT_FOR_EMPTINESS =
      new Rule(
          "count-for-emptiness",
          Severity.WARNING,
          "all rows are counted to learn whether there is one",
          "a job over all of the data where one row would tell");

  /** A program ends without having stopped its context. */
  public static final Rule CONTEXT_NOT_STOPPED =
      new Rule(
          "context-not-stopped",
          Severity.NOTE,
          "the program never stops its context",
          "executors that are held until the driver's process ends, which a thread that is left"
              + " behind can delay for ever, and event logs that stay .inprogress when it is killed"
              + " then");

  /** A streaming query cannot start without a place for its progress. */
  public static final Rule MISSING_CHECKPOINT_LOCATION =
      new Rule(
          "missing-checkpoint-location",
          Severity.ERROR,
          "a streaming query has no checkpointLocation",
          "AnalysisException: \"checkpointLocation must be specified either through"
              + " option(\"checkpointLocation\", ...) or"
              + " SparkSession.conf.set(\"spark.sql.streaming.checkpointLocation\", ...)\"");

  /** A secret stands in the code. */
  public static final Rule HARD_CODED_SECRET =
      new Rule(
          "hard-coded-secret",
          Severity.WARNING,
          "a secret stands in the code",
          "a password or key that everybody can read who has the jar, the sources or the event log,"
              + " and that cannot be changed without a release: jobs that fail on the day it is"
              + " rotated");

  private CodeRules() {}

  /** Returns all of them, in the order of the documentation. */
  public static List<Rule> all() {
    return List.of(
        HARD_CODED_MASTER,
        COLLECT_UNBOUNDED,
        GROUP_BY_KEY_AGGREGATION,
        TREE_VARIANT,
        UDF_FOR_BUILT_IN,
        CACHE_WITHOUT_REUSE,
        REUSE_WITHOUT_CACHE,
        CROSS_JOIN,
        COALESCE_ONE_WRITE,
        COUNT_FOR_EMPTINESS,
        CONTEXT_NOT_STOPPED,
        MISSING_CHECKPOINT_LOCATION,
        HARD_CODED_SECRET);
  }
}
