/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import io.github.sparkmaven.tuning.rival.RivalCluster.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The 500 clusters on which layouts are compared, the same ones in every build. */
public final class GridClusters {
  /** How many clusters there are. */
  public static final int COUNT = 500;

  private static final long SEED = 20_261_122;
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Long> MINIMUM_ALLOCATIONS = List.of(1L, 256L, 512L, 1024L, 2048L);
  // Spark's own for a client: spark.yarn.am.memory 512m and 384 MiB of overhead.
  private static final long MASTER_MIB = 512 + 384;

  private GridClusters() {}

  /** Returns the clusters. */
  public static List<RivalCluster> all() {
    Random random = new Random(SEED);
    return IntStream.range(0, COUNT).mapToObj(number -> draw(random)).toList();
  }

  private static RivalCluster draw(Random random) {
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    int nodes = 1 + random.nextInt(200);
    int cores = 2 + random.nextInt(127);
    long mib = cores * 1024L * (2 + random.nextInt(15));
    long minimum = MINIMUM_ALLOCATIONS.get(random.nextInt(MINIMUM_ALLOCATIONS.size()));
    return of(kind, nodes, cores, mib, minimum);
  }

  /** Returns a cluster on which each manager keeps back what is usual. */
  static RivalCluster of(Kind kind, int nodes, int cores, long mib, long minimumMib) {
    return switch (kind) {
      // A core, and 5 % of the memory in whole GiB.
      case YARN_DEFAULT, YARN_DOMINANT ->
          new RivalCluster(
              kind,
              nodes,
              cores,
              mib,
              (cores - 1) * 1000L,
              mib - Math.max(1, mib / 20 / 1024) * 1024,
              minimumMib,
              MASTER_MIB);
      case KUBERNETES ->
          new RivalCluster(
              kind, nodes, cores, mib, allocatableMillicores(cores), allocatableMib(mib), 1, 0);
      // WorkerArguments.inferDefaultMemory: all but 1 GiB.
      case STANDALONE -> new RivalCluster(kind, nodes, cores, mib, cores * 1000L, mib - 1024, 1, 0);
    };
  }

  /** https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes: CPU reservations. */
  private static long allocatableMillicores(int cores) {
    double reserved = 60 + (Math.min(cores, 2) - 1) * 10;
    reserved += Math.max(0, Math.min(cores, 4) - 2) * 5;
    reserved += Math.max(0, cores - 4) * 2.5;
    return (long) Math.floor(cores * 1000 - reserved);
  }

  /** The same page: memory reservations, and 100 MiB below which pods are evicted. */
  private static long allocatableMib(long mib) {
    double reserved = 0.25 * Math.min(mib, 4096);
    reserved += 0.20 * part(mib, 4096, 8192);
    reserved += 0.10 * part(mib, 8192, 16_384);
    reserved += 0.06 * part(mib, 16_384, 131_072);
    reserved += 0.02 * Math.max(0, mib - 131_072);
    return (long) Math.floor(mib - reserved - 100);
  }

  private static long part(long mib, long from, long to) {
    return Math.max(0, Math.min(mib, to) - from);
  }
}
