/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.TimeLimit;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a {@code job-test.yml}. */
final class CaseReader {
  static final String FILE = "job-test.yml";

  private final Path folder;
  private final boolean update;
  private final Problems problems;

  /**
   * Reads a case.
   *
   * @param folder the case's folder
   * @param update whether expected files are about to be written, and need not be there
   */
  CaseReader(Path folder, boolean update, Problems problems) {
    this.folder = folder;
    this.update = update;
    this.problems = problems;
  }

  Optional<DeclaredCase> read() {
    String name = String.valueOf(folder.getFileName());
    String file = name + "/" + FILE;
    int before = problems.all().size();
    Optional<Node> node = YamlFile.read(folder.resolve(FILE), file, problems);
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    YamlElement top =
        node.map(root -> YamlElement.of(file, "", root, problems))
            .orElseGet(() -> new YamlElement(file, "", Map.of(), problems))
            .knows(
                "description",
                "job",
                "arguments",
                "inputs",
                "outputs",
                "fails",
                "prints",
                "conf",
                "timeout",
                "fork",
                "allowFailedStages");
    DeclaredCase declared =
        new DeclaredCase(
            name,
            folder,
            top.text("job"),
            top.has("arguments") ? Optional.of(top.texts("arguments")) : Optional.empty(),
            inputs(top),
            outputs(top),
            failure(top),
            top.texts("prints"),
            top.element("conf").map(YamlElement::asTexts).orElse(Map.of()),
            top.value("timeout", TimeLimit::parse),
            top.flag("fork"),
            top.flag("allowFailedStages"));
    checkExpectation(top, declared);
    return problems.all().size() > before ? Optional.empty() : Optional.of(declared);
  }

  /** A case that expects nothing would be green whatever the job does. */
  private static void checkExpectation(YamlElement top, DeclaredCase declared) {
    top.require(
        top.has("outputs") || top.has("fails") || !declared.prints().isEmpty(),
        "outputs",
        "is missing, and so are prints and fails: nothing is expected of the job",
        "Say what the job writes, as in 'outputs: {clusters: {}}', prints, or how it fails");
    top.require(
        !top.has("outputs") || !top.element("outputs").map(YamlElement::isEmpty).orElse(true),
        "outputs",
        "names no output",
        "Name one, as in 'outputs: {clusters: {}}', or leave it out");
    top.require(
        !top.has("fails") || !top.has("outputs"),
        "fails",
        "stands beside outputs",
        "Keep one: a job that fails is not asked what it wrote");
  }

  private Map<String, Path> inputs(YamlElement top) {
    Map<String, Path> inputs = new LinkedHashMap<>();
    top.element("inputs")
        .ifPresent(
            element ->
                element
                    .asTexts()
                    .forEach(
                        (name, text) -> {
                          Path path = folder.resolve(text).normalize();
                          element.require(
                              Files.exists(path),
                              name,
                              "there is no " + path,
                              "Give a file or a folder of the case, or a path from there");
                          inputs.put(name, path);
                        }));
    return inputs;
  }

  private List<DeclaredOutput> outputs(YamlElement top) {
    List<DeclaredOutput> outputs = new ArrayList<>();
    top.element("outputs")
        .ifPresent(
            all ->
                all.members()
                    .keySet()
                    .forEach(
                        name ->
                            output(name, all.element(name).orElseGet(() -> nothing(all, name)))
                                .ifPresent(outputs::add)));
    return outputs;
  }

  /** An output of which nothing more is said: {@code clusters:}. */
  private YamlElement nothing(YamlElement all, String name) {
    return new YamlElement(all.file(), all.path() + "/" + name, Map.of(), problems);
  }

  private Optional<DeclaredOutput> output(String name, YamlElement element) {
    element.knows("expected", "format", "ordered", "ignore", "tolerance", "schema", "options");
    Optional<DataFormat> given = element.text("format").flatMap(DataFormat::named);
    element.require(
        !element.has("format") || given.isPresent(),
        "format",
        "'" + element.text("format").orElse("") + "' is no format that is known",
        "Give one of " + DataFormat.labels());
    Optional<Path> expected = element.text("expected").map(folder::resolve).or(() -> found(name));
    if (expected.isEmpty()) {
      element.require(
          false,
          "expected",
          "is missing, and there is no expected/" + name + " with .csv, .json, .parquet or .orc",
          "Name the file, as in 'expected: expected/" + name + ".csv'");
      return Optional.empty();
    }
    element.require(
        update || Files.exists(expected.get()),
        "expected",
        "there is no " + expected.get(),
        "Write it, or let -Dspark.maven.test.update write what the job writes");
    Optional<DataFormat> ofFile = DataFormat.of(String.valueOf(expected.get().getFileName()));
    element.require(
        ofFile.isPresent() || given.isPresent(),
        "format",
        "is missing, and the name of " + expected.get() + " does not tell it",
        "Give one of " + DataFormat.labels());
    return ofFile
        .or(() -> given)
        .map(format -> output(name, element, expected.get(), given.orElse(format), format));
  }

  private static DeclaredOutput output(
      String name,
      YamlElement element,
      Path expected,
      DataFormat format,
      DataFormat expectedFormat) {
    return new DeclaredOutput(
        name,
        expected,
        format,
        expectedFormat,
        element.flag("ordered"),
        element.texts("ignore"),
        element.value("tolerance", CaseReader::tolerance),
        element.text("schema"),
        element.element("options").map(YamlElement::asTexts).orElse(Map.of()));
  }

  private Optional<Path> found(String name) {
    return Stream.of("csv", "json", "jsonl", "parquet", "orc")
        .map(extension -> folder.resolve("expected").resolve(name + "." + extension))
        .filter(Files::exists)
        .findFirst();
  }

  private static BigDecimal tolerance(String where, String text) {
    try {
      BigDecimal value = new BigDecimal(text.strip());
      if (value.signum() >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new InputException(
        where, "'" + text + "' is no tolerance", "Give a number of at least 0, as in 1e-6");
  }

  private static Optional<DeclaredFailure> failure(YamlElement top) {
    return top.element("fails")
        .map(
            element -> {
              element.knows("exitCode", "message");
              Optional<Integer> code = element.value("exitCode", CaseReader::exitCode);
              return new DeclaredFailure(code, element.text("message"));
            });
  }

  private static Integer exitCode(String where, String text) {
    if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 256) {
      return Integer.valueOf(text);
    }
    throw new InputException(
        where, "'" + text + "' is no exit code of a failure", "Give a number from 1 to 255");
  }
}
