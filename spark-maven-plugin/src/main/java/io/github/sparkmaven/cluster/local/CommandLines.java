/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that processes were started with.
 *
 * <p>On Linux read from {@code /proc}: the JDK gives at most a page of them, and a Spark class path
 * is longer.
 */
final class CommandLines {
  private final Path proc;

  CommandLines() {
    this(Path.of("/proc"));
  }

  CommandLines(Path proc) {
    this.proc = proc;
  }

  /** Returns the words, program first; none where the system does not show them. */
  List<String> of(ProcessHandle handle) {
    Path file = proc.resolve(handle.pid() + "/cmdline");
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      String words = new String(bytes, StandardCharsets.UTF_8);
      return words.isEmpty() ? List.of() : List.of(words.split("\0", -1));
    } catch (IOException e) {
      return told(handle.info());
    }
  }

  /** Says whether a process that shows no words may be a Java process of this user. */
  boolean hidden(ProcessHandle handle) {
    ProcessHandle.Info info = handle.info();
    Optional<String> me = ProcessHandle.current().info().user();
    boolean mine = info.user().isEmpty() || info.user().equals(me);
    return mine && info.command().filter(command -> command.endsWith("java")).isPresent();
  }

  private static List<String> told(ProcessHandle.Info info) {
    List<String> words = new ArrayList<>(info.command().stream().toList());
    info.arguments().ifPresent(arguments -> Stream.of(arguments).forEach(words::add));
    return info.arguments().isPresent() ? words : List.of();
  }
}
