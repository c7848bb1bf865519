/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.ProgramSetting.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What Python sources say about Spark, read from their syntax trees; nothing of them is run.
 *
 * @param settings what the program sets itself, in the order in which it does
 * @param advice what rules about code have found in all files
 * @param unread the files that could not be read, with the reason
 */
public record SourceFacts(List<ProgramSetting> settings, List<Advice> advice, List<String> unread) {

  /** Copies the lists. */
  public SourceFacts {
    settings = List.copyOf(settings);
    advice = List.copyOf(advice);
    unread = List.copyOf(unread);
  }

  /**
   * What a rule has found.
   *
   * @param rule the rule's id
   * @param file relative to the module's folder where it is below it
   * @param module the name by which Python imports it
   * @param line the line
   * @param what what stands there, and why it is a fault
   * @param fix the better form
   */
  public record Advice(
      String rule, String file, String module, OptionalInt line, String what, String fix) {}

  /**
   * Reads sources.
   *
   * @param python the interpreter, 3.8 or later
   * @param folder the module's folder
   * @param root the folder that is on Python's path
   * @param program the file that is submitted; where there is none, all files count as programs
   * @param files the sources; test code among them is passed over
   * @throws EnvironmentException if the interpreter fails
   */
  public static SourceFacts read(
      Path python, Path folder, Path root, Optional<Path> program, List<Path> files) {
    List<String> words = new ArrayList<>(List.of(PythonLibrary.onPath()));
    words.addAll(List.of("--root", named(folder, root)));
    program.ifPresent(file -> words.addAll(List.of("--main", named(folder, file))));
    words.add("--");
    files.stream()
        .map(file -> named(folder, file))
        .filter(name -> name.endsWith(".py"))
        .distinct()
        .forEach(words::add);
    PythonProcess said = PythonProcess.script(python, "facts.py", words, folder);
    if (said.failed()) {
      throw new EnvironmentException(
          python + " cannot read the sources: " + said.lastWords(3), null);
    }
    try {
      return of(Json.parse(String.join("\n", said.output())));
    } catch (IOException e) {
      throw new EnvironmentException(
          python + " did not say what the sources hold, but " + said.lastWords(1), e);
    }
  }

  private static String named(Path folder, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path from = folder.toAbsolutePath().normalize();
    if (!absolute.startsWith(from)) {
      return absolute.toString();
    }
    String name = from.relativize(absolute).toString();
    return name.isEmpty() ? "." : name;
  }

  private static SourceFacts of(Json said) {
    return new SourceFacts(
        said.list("settings").stream().map(SourceFacts::setting).toList(),
        said.list("findings").stream().map(SourceFacts::advice).toList(),
        said.list("unread").stream()
            .map(each -> text(each, "file") + ": " + text(each, "why"))
            .toList());
  }

  private static ProgramSetting setting(Json said) {
    return new ProgramSetting(
        said.text("key"),
        said.text("value"),
        Moment.valueOf(text(said, "moment")),
        text(said, "always").equals("true"),
        text(said, "file"),
        line(said),
        text(said, "call"));
  }

  private static Advice advice(Json said) {
    return new Advice(
        text(said, "rule"),
        text(said, "file"),
        text(said, "module"),
        line(said),
        text(said, "what"),
        text(said, "fix"));
  }

  private static OptionalInt line(Json said) {
    OptionalLong line = said.number("line");
    return line.isPresent() ? OptionalInt.of((int) line.getAsLong()) : OptionalInt.empty();
  }

  private static String text(Json said, String name) {
    return said.text(name).orElse("");
  }
}
