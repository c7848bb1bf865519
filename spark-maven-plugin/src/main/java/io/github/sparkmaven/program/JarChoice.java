/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.problem.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The choice, by content, of the jar to submit among those that a build has made.
 *
 * <p>Those that hold the main class are in question. A jar that has all classes of another one, and
 * more, was made of it to be submitted (shade, assembly) and is preferred to it.
 */
public final class JarChoice {
  // A jar with one of these classifiers holds no program.
  private static final Set<String> COMPANIONS =
      Set.of("sources", "javadoc", "tests", "test-sources", "test-javadoc", "test-fixtures");
  private static final String CLASSIFIER = "submit/classifier";
  private static final int MOST_NAMES = 5;

  private final List<CandidateJar> candidates;
  private final Map<CandidateJar, JarContents> contents;

  /**
   * Chooses among jars.
   *
   * @param classifier the {@code submit/classifier} parameter
   * @throws InputException if none of them has that classifier
   */
  public JarChoice(List<CandidateJar> jars, Optional<String> classifier) {
    this.candidates =
        classifier.isPresent() ? named(jars, classifier.get()) : withoutCompanions(jars);
    this.contents =
        candidates.stream()
            .collect(Collectors.toMap(jar -> jar, jar -> JarContents.of(jar.file())));
  }

  /**
   * Returns the class that the manifests name.
   *
   * @throws InputException if they name several
   */
  public Optional<String> mainClass() {
    Set<String> named = new TreeSet<>();
    candidates.forEach(jar -> contents(jar).mainClass().ifPresent(named::add));
    // What the tool that repackages a jar puts there starts no Spark job.
    named.removeIf(name -> name.startsWith("org.springframework.boot.loader."));
    if (named.size() > 1) {
      throw new InputException(
          "job/mainClass",
          "is missing, and the manifests of "
              + names()
              + " name several: "
              + String.join(", ", named),
          "Give one of them, or " + CLASSIFIER);
    }
    return named.stream().findFirst();
  }

  /**
   * Returns the jar to submit.
   *
   * @throws InputException if none holds the class, or if several do and none of them has all that
   *     the others have
   */
  public Path jar(String mainClass) {
    List<CandidateJar> holders =
        candidates.stream().filter(jar -> contents(jar).holds(mainClass)).toList();
    if (holders.isEmpty()) {
      throw noneHolds(mainClass);
    }
    List<CandidateJar> best =
        holders.stream()
            .filter(jar -> holders.stream().noneMatch(other -> isBetter(other, jar)))
            .toList();
    if (best.size() > 1) {
      throw new InputException(
          CLASSIFIER,
          "is missing, and "
              + best.stream().map(CandidateJar::toString).collect(Collectors.joining(" and "))
              + " hold "
              + mainClass
              + ", each with classes that the other lacks",
          "Give the classifier of the one to submit, or -Dspark.maven.submit.classifier="
              + best.stream().flatMap(jar -> jar.classifier().stream()).findFirst().orElse("NAME"));
    }
    return best.get(0).file();
  }

  /** Returns the jar with the most classes; of several, the first. */
  public Path richest() {
    CandidateJar richest = candidates.get(0);
    for (CandidateJar jar : candidates) {
      if (contents(jar).classes().size() > contents(richest).classes().size()) {
        richest = jar;
      }
    }
    return richest.file();
  }

  /** Of two with the same classes, the one that comes first is better: the main jar. */
  private boolean isBetter(CandidateJar one, CandidateJar other) {
    if (one.equals(other)) {
      return false;
    }
    Set<String> ones = contents(one).classes();
    Set<String> others = contents(other).classes();
    if (!ones.containsAll(others)) {
      return false;
    }
    return ones.size() > others.size() || candidates.indexOf(one) < candidates.indexOf(other);
  }

  private InputException noneHolds(String mainClass) {
    if (candidates.stream().anyMatch(jar -> contents(jar).isRepackaged())) {
      return new InputException(
          CLASSIFIER,
          names()
              + " is repackaged (BOOT-INF): spark-submit finds no class in it, "
              + mainClass
              + " neither",
          "Give the repackaging a classifier of its own, so that the plain jar stays, or shade"
              + " instead");
    }
    Set<String> near = near(mainClass);
    return new InputException(
        "job/mainClass",
        "'" + mainClass + "' is not in " + names(),
        near.isEmpty()
            ? "Give a class that the jar holds, or the jar by " + CLASSIFIER
            : "Give a class that is there: " + String.join(", ", near));
  }

  /** Classes of the same name elsewhere, and programs of the same package. */
  private Set<String> near(String mainClass) {
    Set<String> near = new TreeSet<>();
    for (CandidateJar jar : candidates) {
      contents(jar).classes().stream()
          .filter(name -> simple(name).equalsIgnoreCase(simple(mainClass)))
          .forEach(near::add);
      near.addAll(
          MainClasses.inJar(jar.file(), name -> packageOf(name).equals(packageOf(mainClass))));
    }
    return near.stream().limit(MOST_NAMES).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  private JarContents contents(CandidateJar jar) {
    return Optional.ofNullable(contents.get(jar)).orElseThrow();
  }

  private String names() {
    return candidates.stream().map(CandidateJar::toString).collect(Collectors.joining(", "));
  }

  private static List<CandidateJar> withoutCompanions(List<CandidateJar> jars) {
    return jars.stream()
        .filter(jar -> jar.classifier().filter(COMPANIONS::contains).isEmpty())
        // What shade leaves of the jar that it has replaced.
        .filter(jar -> !jar.file().getFileName().toString().startsWith("original-"))
        .toList();
  }

  private static List<CandidateJar> named(List<CandidateJar> jars, String classifier) {
    List<CandidateJar> named = new ArrayList<>(jars);
    named.removeIf(jar -> !jar.classifier().equals(Optional.of(classifier)));
    if (named.isEmpty()) {
      throw new InputException(
          CLASSIFIER,
          "'"
              + classifier
              + "' names no jar of this build, which made "
              + (jars.isEmpty()
                  ? "none"
                  : jars.stream().map(CandidateJar::toString).collect(Collectors.joining(", "))),
          "Give the classifier of one of them, or leave it out");
    }
    return named;
  }

  /** Says whether there is no jar to choose from. */
  public boolean isEmpty() {
    return candidates.isEmpty();
  }
}
