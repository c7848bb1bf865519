/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import com.sun.management.OperatingSystemMXBean;
import io.github.sparkmaven.unit.MemorySize;
import java.lang.management.ManagementFactory;

/**
 * The computer that Maven runs on, which local mode uses.
 *
 * @param cores processors that the JVM may use
 * @param memory physical memory, or a container's limit
 */
public record Machine(int cores, MemorySize memory) {

  /**
   * Asks the operating system; the memory is rounded down to whole GiB where there is at least one.
   */
  public static Machine ofThisComputer() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long gibibytes = Math.max(1, system.getTotalMemorySize() >> 30);
    return new Machine(
        Runtime.getRuntime().availableProcessors(), MemorySize.ofMebibytes(gibibytes * 1024));
  }
}
