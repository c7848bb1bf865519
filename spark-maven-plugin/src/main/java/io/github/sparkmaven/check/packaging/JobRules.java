/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.python.SyntaxCheck;
import io.github.sparkmaven.unit.ResourcePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Rules on what a job is given: Python sources, settings, files. */
record JobRules(Subject subject) {
  static final Rule PYTHON =
      new Rule(
          "python-syntax",
          Severity.ERROR,
          "Python sources that do not compile",
          "The driver or a worker dies when it imports them: SyntaxError, IndentationError");
  static final Rule KEYS =
      new Rule(
          "unknown-key",
          Severity.ERROR,
          "Configured keys that this Spark does not know, and values that it refuses",
          "Spark ignores a misspelt key without a word, and refuses a wrong value only once the job"
              + " has started: IllegalArgumentException");
  static final Rule RESOURCES =
      new Rule(
          "missing-jar",
          Severity.ERROR,
          "Jars, files and archives that are to go along and are not there",
          "A missing jar is only logged, and the job dies later: ClassNotFoundException; a missing file"
              + " ends it at once: java.io.FileNotFoundException");

  List<Finding> findings(CheckedJob job) {
    List<Finding> findings = new ArrayList<>();
    job.python().ifPresent(python -> findings.addAll(python(python)));
    PomPlaces places = new PomPlaces(subject);
    job.keys().stream()
        .map(key -> new Finding(KEYS, places.of(key.where()), key.what(), key.fix()))
        .forEach(findings::add);
    job.resources().stream().flatMap(resource -> missing(resource).stream()).forEach(findings::add);
    return findings;
  }

  private List<Finding> python(CheckedJob.PythonSide python) {
    Problems problems = new Problems();
    problems.attempt(
        () -> {
          SyntaxCheck.check(python.environment(), subject.base(), python.files());
          return true;
        });
    return problems.all().stream().map(this::syntax).toList();
  }

  private Finding syntax(Problem problem) {
    int colon = problem.where().lastIndexOf(':');
    String line = problem.where().substring(colon + 1);
    Path file = subject.base().resolve(problem.where().substring(0, Math.max(colon, 0)));
    Place place =
        new Place(
            subject.shown(file),
            Optional.empty(),
            line.matches("[1-9][0-9]{0,8}")
                ? OptionalInt.of(Integer.parseInt(line))
                : OptionalInt.empty());
    return new Finding(PYTHON, place, problem.what(), problem.fix());
  }

  private Optional<Finding> missing(CheckedJob.Resource resource) {
    return ResourcePath.of(resource.text(), subject.base())
        .file()
        .filter(file -> !Files.exists(file))
        .map(
            file ->
                new Finding(
                    RESOURCES,
                    new PomPlaces(subject).of(resource.where()),
                    "there is no " + subject.shown(file),
                    "Give a file that is there, from the module's folder, or a URI of another"));
  }
}
