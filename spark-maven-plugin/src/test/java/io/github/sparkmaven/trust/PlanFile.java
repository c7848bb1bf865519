/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A {@code plan.json} as it stands on disk: all that the check knows of a plan. */
record PlanFile(Json json) {
  private static final long MEBIBYTE = 1L << 20;

  /** A setting. */
  record Line(String key, String value, String layer, String reason) {}

  static PlanFile read(Path file) throws IOException {
    return new PlanFile(Json.parse(Files.readString(file)));
  }

  /** Returns a part, as in {@code cluster/yarn}. */
  Json part(String path) {
    Json part = json;
    for (String name : path.split("/", -1)) {
      part = part.at(name);
    }
    return part;
  }

  /** Returns a figure that every plan has. */
  long figure(String path) {
    return Long.parseLong(text(path).orElseThrow(() -> new AssertionError(path)));
  }

  /** Returns a figure that not every plan has. */
  Optional<BigDecimal> decimal(String path) {
    return text(path).map(BigDecimal::new);
  }

  /** Returns a whole number that not every plan has. */
  Optional<Long> whole(String path) {
    return text(path).map(Long::valueOf);
  }

  Optional<String> text(String path) {
    return part(path).text();
  }

  /** Says whether a text of the plan is this one. */
  boolean is(String path, String value) {
    return text(path).filter(value::equals).isPresent();
  }

  /** Returns a memory size in whole MiB. */
  Optional<Long> mebibytes(String path) {
    return text(path).map(size -> bytes(size) / MEBIBYTE);
  }

  /** Returns the bytes of a size as a plan writes it: {@code 4g}, {@code 512m}, {@code 77b}. */
  static long bytes(String size) {
    long number = Long.parseLong(size.substring(0, size.length() - 1));
    return switch (size.charAt(size.length() - 1)) {
      case 'g' -> number << 30;
      case 'm' -> number << 20;
      case 'b' -> number;
      default -> throw new AssertionError(size);
    };
  }

  /** Says whether this is at least that Spark. */
  boolean isSpark(int major, int minor) {
    String[] version = text("spark/version").orElseThrow().split("\\.", -1);
    int own = Integer.parseInt(version[0]) * 100 + Integer.parseInt(version[1]);
    return own >= major * 100 + minor;
  }

  List<Line> settings() {
    return json.list("settings").stream()
        .map(
            line ->
                new Line(
                    line.text("key").orElseThrow(),
                    line.text("value").orElseThrow(),
                    line.text("layer").orElseThrow(),
                    line.text("reason").orElseThrow()))
        .toList();
  }

  List<String> warnings() {
    return json.list("warnings").stream().map(text -> text.text().orElseThrow()).toList();
  }

  /** Says whether executors come and go: as is said, else where some group's number is a range. */
  boolean isDynamic() {
    return !is("cluster/manager", "local")
        && text("workload/dynamicAllocation").map("true"::equals).orElse(scales());
  }

  boolean scales() {
    return part("cluster").list("nodeGroups").stream()
        .anyMatch(group -> !group.number("leastNodes").equals(group.number("nodes")));
  }

  /** Says whether a pin shapes the layout. */
  boolean isPinned() {
    return List.of(
            "executorsPerNode", "executorInstances", "executorCores", "executorMemory", "coresMax")
        .stream()
        .anyMatch(pin -> text("workload/" + pin).isPresent());
  }
}
