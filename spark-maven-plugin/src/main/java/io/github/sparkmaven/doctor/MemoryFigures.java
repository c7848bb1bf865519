/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a Linux machine, in MiB; nothing where the kernel does not tell.
 *
 * @param total what the machine has
 * @param available what can be had without swapping
 * @param swap all of the swap space
 * @param limit what the container, the control group, may have
 */
record MemoryFigures(
    OptionalLong total, OptionalLong available, OptionalLong swap, OptionalLong limit) {
  private static final Pattern GROUP =
      Pattern.compile("0::(?<second>/.*)|\\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(?<first>/.*)");

  /** Reads {@code /proc} and {@code /sys} below a root. */
  static MemoryFigures read(Path root) {
    String meminfo = text(root.resolve("proc/meminfo"));
    return new MemoryFigures(
        kibibytes(meminfo, "MemTotal"),
        kibibytes(meminfo, "MemAvailable"),
        kibibytes(meminfo, "SwapTotal"),
        limit(root));
  }

  /** Returns the least of what there is and what is allowed. */
  OptionalLong most() {
    return limit.isPresent() && total.isPresent()
        ? OptionalLong.of(Math.min(limit.getAsLong(), total.getAsLong()))
        : (limit.isPresent() ? limit : total);
  }

  /** Says whether the container may have less than the machine has. */
  boolean isLimited() {
    return limit.isPresent() && limit.getAsLong() < total.orElse(Long.MAX_VALUE);
  }

  private static OptionalLong kibibytes(String meminfo, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB$").matcher(meminfo);
    return line.find()
        ? OptionalLong.of(Long.parseLong(line.group(1)) / 1024)
        : OptionalLong.empty();
  }

  /**
   * The limit of a group holds for those below it, so the least on the way up counts. Version 2 has
   * one tree ({@code memory.max}), version 1 one of memory alone ({@code memory.limit_in_bytes}).
   */
  private static OptionalLong limit(Path root) {
    Path groups = root.resolve("sys/fs/cgroup");
    OptionalLong least = OptionalLong.empty();
    for (String line : text(root.resolve("proc/self/cgroup")).lines().toList()) {
      Matcher group = GROUP.matcher(line);
      if (!group.matches()) {
        continue;
      }
      String second = group.group("second");
      OptionalLong found =
          second == null
              ? upwards(groups.resolve("memory"), group.group("first"), "memory.limit_in_bytes")
              : upwards(groups, second, "memory.max");
      least = least(least, found);
    }
    return least;
  }

  private static OptionalLong upwards(Path tree, String group, String file) {
    OptionalLong least = OptionalLong.empty();
    Path folder = tree.resolve(group.substring(1)).normalize();
    while (folder.startsWith(tree)) {
      String value = text(folder.resolve(file)).strip();
      // "max", or a number that no machine has, stands for no limit.
      if (value.matches("\\d{1,18}")) {
        least = least(least, OptionalLong.of(Long.parseLong(value) >> 20));
      }
      folder = Objects.requireNonNull(folder.getParent());
    }
    return least;
  }

  private static OptionalLong least(OptionalLong one, OptionalLong other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.getAsLong() <= other.getAsLong() ? one : other;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      // No Linux, or another version of control groups.
      return "";
    }
  }
}
