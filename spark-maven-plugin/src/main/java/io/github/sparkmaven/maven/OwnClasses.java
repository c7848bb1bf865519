/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Tells the classes of a program from those of the libraries that are packed with it.
 *
 * <p>In a build, these are what its modules have compiled; of a jar from elsewhere, what shares the
 * first two names of the main class's package.
 */
final class OwnClasses {
  private static final String CLASS = ".class";

  private OwnClasses() {}

  /**
   * Returns which classes, with dots, are the program's own.
   *
   * @param mainClass the class that is started; where none is known, what the build has compiled
   *     counts alone
   */
  static Predicate<String> of(ProjectContext context, Optional<String> mainClass) {
    Set<String> compiled = new HashSet<>();
    for (MavenProject module : context.session().getProjects()) {
      addCompiled(Path.of(module.getBuild().getOutputDirectory()), compiled);
    }
    return mainClass
        .filter(name -> !compiled.contains(name))
        .map(OwnClasses::inPackagesOf)
        .orElse(compiled::contains);
  }

  private static Predicate<String> inPackagesOf(String mainClass) {
    String[] names = mainClass.split("[.]", -1);
    if (names.length == 1) {
      return name -> name.indexOf('.') < 0;
    }
    String prefix = names[0] + "." + (names.length > 2 ? names[1] + "." : "");
    return name -> name.startsWith(prefix);
  }

  private static void addCompiled(Path classes, Set<String> compiled) {
    if (!Files.isDirectory(classes)) {
      return;
    }
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(CLASS))
          .map(name -> name.substring(0, name.length() - CLASS.length()))
          .map(name -> name.replace(File.separatorChar, '.'))
          .forEach(compiled::add);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read the classes in " + classes + ": " + e, e);
    }
  }
}
