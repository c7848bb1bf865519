/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Spark makes of a heap.
 *
 * <p>Execution and storage share (heap - 300 MiB) x spark.memory.fraction; of that,
 * spark.memory.storageFraction is what execution cannot take from cached blocks. Source: {@code
 * UnifiedMemoryManager} in spark-core and
 * https://spark.apache.org/docs/latest/tuning.html#memory-management-overview.
 *
 * @param heapMib the heap
 * @param fraction {@code spark.memory.fraction}
 * @param storageFraction {@code spark.memory.storageFraction}
 * @param unread keys whose values are no shares, so that Spark's defaults stand for them
 */
record HeapSplit(
    long heapMib, BigDecimal fraction, BigDecimal storageFraction, List<String> unread) {
  // UnifiedMemoryManager.RESERVED_SYSTEM_MEMORY_BYTES.
  private static final long RESERVED_MIB = 300;
  private static final String FRACTION = "spark.memory.fraction";
  private static final String STORAGE_FRACTION = "spark.memory.storageFraction";
  // The defaults of both keys: https://spark.apache.org/docs/latest/configuration.html.
  private static final BigDecimal DEFAULT_FRACTION = new BigDecimal("0.6");
  private static final BigDecimal DEFAULT_STORAGE_FRACTION = new BigDecimal("0.5");

  HeapSplit {
    unread = List.copyOf(unread);
  }

  /** Returns the split of a heap under the effective settings. */
  static HeapSplit of(long heapMib, LayeredConf conf) {
    List<String> unread = new ArrayList<>();
    BigDecimal fraction = share(conf, FRACTION, DEFAULT_FRACTION, unread);
    BigDecimal storage = share(conf, STORAGE_FRACTION, DEFAULT_STORAGE_FRACTION, unread);
    return new HeapSplit(heapMib, fraction, storage, unread);
  }

  /** Returns the parts, which add up to the heap. */
  List<MemoryPart> parts() {
    String usable = String.format(Locale.ROOT, "(%d − %d)", heapMib, reserved());
    String unified = usable + " × " + fraction.toPlainString();
    return List.of(
        new MemoryPart("reserved", "reserved", reserved(), "300 MiB, fixed in Spark"),
        new MemoryPart(
            "execution",
            "execution",
            unified() - storage(),
            unified
                + " × (1 − "
                + storageFraction.toPlainString()
                + "): shuffles, joins, sorts; may borrow all of storage that is free"),
        new MemoryPart(
            "storage",
            "storage",
            storage(),
            unified
                + " × "
                + storageFraction.toPlainString()
                + ": cached blocks; execution evicts only what exceeds this"),
        new MemoryPart(
            "user",
            "user",
            heapMib - reserved() - unified(),
            usable
                + " × (1 − "
                + fraction.toPlainString()
                + "): the program's own objects and Spark's metadata"));
  }

  /** Returns what execution and storage share. */
  long unified() {
    return times(heapMib - reserved(), fraction);
  }

  /** Returns the part of it that execution cannot evict. */
  long storage() {
    return times(unified(), storageFraction);
  }

  private long reserved() {
    return Math.min(RESERVED_MIB, heapMib);
  }

  private static long times(long mib, BigDecimal share) {
    return share.multiply(BigDecimal.valueOf(mib)).setScale(0, RoundingMode.DOWN).longValueExact();
  }

  private static BigDecimal share(
      LayeredConf conf, String key, BigDecimal otherwise, List<String> unread) {
    Optional<Setting> setting = conf.find(key);
    if (setting.isEmpty()) {
      return otherwise;
    }
    try {
      BigDecimal share = new BigDecimal(setting.get().value().trim());
      if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Told with the picture, like a number that is out of bounds.
    }
    unread.add(key);
    return otherwise;
  }
}
