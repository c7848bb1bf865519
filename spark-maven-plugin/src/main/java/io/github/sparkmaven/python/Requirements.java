/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Python project needs beside Spark, in pip's requirement lines.
 *
 * @param sources where they stand, for messages
 * @param files requirement files, which pip reads itself
 * @param lines requirements that stand in no such file
 * @param content the text of all of it, the files that others include too
 */
public record Requirements(
    List<Path> sources, List<Path> files, List<String> lines, String content) {
  // PEP 440 has === too, and a wildcard pins nothing.
  private static final Pattern PIN =
      Pattern.compile(
          "(?im)^\\s*pyspark\\s*(?:\\[[^\\]]*\\])?\\s*\\(?={2,3}\\s*"
              + "(\\d+\\.\\d+\\.\\d+[^\\s;,#)*]*)(?![^\\s;,#)]*\\*)");
  // What pip reads from the folder that it runs in.
  private static final Pattern PLACE =
      Pattern.compile(
          "(?:-e|--editable|-f|--find-links)\\b.*|\\.{1,2}(?:[/\\[\\s].*)?|[^\\s:@]*/.*");
  private static final Pattern NAMED =
      Pattern.compile("(?im)^\\s*pyspark\\s*(?:\\[([^\\]]*)\\])?\\s*(?:[=<>~!;#(]|$)");

  /** Copies the lists. */
  public Requirements {
    sources = List.copyOf(sources);
    files = List.copyOf(files);
    lines = List.copyOf(lines);
  }

  /** Returns the version that pyspark is pinned to, where it is. */
  public Optional<String> pysparkPin() {
    Matcher pin = PIN.matcher(all());
    return pin.find() ? Optional.of(pin.group(1)) : Optional.empty();
  }

  /** Returns the extras that pyspark is asked for with, as in {@code sql,ml}. */
  Optional<String> pysparkExtras() {
    Matcher named = NAMED.matcher(all());
    return named.find() ? Optional.ofNullable(named.group(1)) : Optional.empty();
  }

  /**
   * Returns the words that make pip install them.
   *
   * @param pyspark pip's requirement of pyspark
   */
  List<String> pipWords(String pyspark) {
    // Where one has a hash pip wants one of all, and none can be given on the command line.
    boolean hashed = content.contains("--hash=") && PIN.matcher(content).find();
    return Stream.of(
            files.stream().flatMap(file -> Stream.of("-r", file.toString())),
            lines.stream(),
            hashed ? Stream.<String>empty() : Stream.of(pyspark))
        .flatMap(words -> words)
        .toList();
  }

  /** Says whether they mean another thing in another folder. */
  boolean namesPlaces() {
    return allLines().anyMatch(line -> PLACE.matcher(line).matches());
  }

  /** Returns where they stand, in words. */
  public String where() {
    return sources.isEmpty()
        ? "no requirements"
        : String.join(
            ", ", sources.stream().map(source -> String.valueOf(source.getFileName())).toList());
  }

  /** Returns the lines that ask for something, those of included files too. */
  Stream<String> allLines() {
    return all()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .filter(line -> !line.matches("(?:-r|--requirement|-c|--constraint)\\b.*"));
  }

  private String all() {
    return content + "\n" + String.join("\n", lines);
  }
}
