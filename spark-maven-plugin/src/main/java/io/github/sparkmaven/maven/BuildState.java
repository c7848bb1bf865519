/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.files.Digest;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.model.Profile;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * Whether a module is as the last build has left it: its files, its classes, its POM, and what
 * decides how Maven reads that. Whoever can tell need not ask Maven to compile and resolve.
 */
record BuildState(ProjectContext context) {

  /**
   * Returns a text that is another one when the module is not the same.
   *
   * @return nothing where that cannot be told: in a build of several modules, with snapshots or
   *     ranges among the dependencies, where Maven is to look for updates, and where classes are
   *     made from more than sources
   */
  Optional<String> digest() {
    if (context.session().getProjects().size() > 1
        || context.session().getRequest().isUpdateSnapshots()
        || new DeclaredDependencies(context.project()).mayChange()
        || new KnownBuild(context.project()).unknown().isPresent()) {
      return Optional.empty();
    }
    Properties system = context.session().getSystemProperties();
    List<String> facts = new ArrayList<>();
    facts.add(system.getProperty("maven.version") + " " + system.getProperty("java.home"));
    facts.addAll(new DeclaredDependencies(context.project()).lines());
    facts.addAll(properties());
    context.project().getActiveProfiles().stream().map(Profile::getId).forEach(facts::add);
    Stream.concat(folders().flatMap(BuildState::files), configuration().map(Found::of))
        .map(Found::line)
        .distinct()
        .sorted()
        .forEach(facts::add);
    return Optional.of(Digest.of(String.join("\n", facts), 32));
  }

  /** Says whether no source was written since Maven was started, which it may not have seen. */
  boolean isSettled() {
    long start = context.session().getRequest().getStartTime().toInstant().toEpochMilli();
    return Stream.concat(sources().flatMap(BuildState::files), configuration().map(Found::of))
        .allMatch(found -> found.millis() < start);
  }

  /** Arguments and Spark settings do not change what is compiled, unless the POM uses them. */
  private List<String> properties() {
    Properties user = context.session().getUserProperties();
    return new TreeSet<>(user.stringPropertyNames())
        .stream()
            .filter(
                name ->
                    !name.startsWith("spark.")
                        || context.project().getProperties().containsKey(name))
            .map(name -> name + "=" + user.getProperty(name))
            .toList();
  }

  private Stream<Path> folders() {
    return Stream.concat(
        sources(), Stream.of(Path.of(context.project().getBuild().getOutputDirectory())));
  }

  private Stream<Path> sources() {
    MavenProject project = context.project();
    Path target = context.target();
    return Stream.of(
            Stream.of(context.baseFolder().resolve("src")),
            project.getCompileSourceRoots().stream().map(Path::of),
            project.getResources().stream().map(Resource::getDirectory).map(Path::of))
        .flatMap(part -> part)
        .filter(folder -> !folder.startsWith(target));
  }

  /** The POM and its parents, and the files that say how Maven is to be called. */
  private Stream<Path> configuration() {
    MavenExecutionRequest request = context.session().getRequest();
    Path dotMvn = request.getMultiModuleProjectDirectory().toPath().resolve(".mvn");
    return Stream.of(
            Stream.iterate(context.project(), Objects::nonNull, MavenProject::getParent)
                .flatMap(project -> Stream.ofNullable(project.getFile()))
                .map(File::toPath),
            Stream.ofNullable(request.getUserSettingsFile()).map(File::toPath),
            Stream.of(dotMvn.resolve("maven.config"), dotMvn.resolve("extensions.xml")))
        .flatMap(part -> part)
        .filter(Files::isRegularFile);
  }

  private static Stream<Found> files(Path folder) {
    List<Found> found = new ArrayList<>();
    try {
      if (Files.isDirectory(folder)) {
        Files.walkFileTree(
            folder,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(Found.of(file, attributes));
                return FileVisitResult.CONTINUE;
              }
            });
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + folder + ": " + e, e);
    }
    return found.stream();
  }

  /** A file, as far as it is looked at. */
  private record Found(Path file, long size, long millis) {
    static Found of(Path file, BasicFileAttributes attributes) {
      return new Found(file, attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    static Found of(Path file) {
      try {
        return of(file, Files.readAttributes(file, BasicFileAttributes.class));
      } catch (IOException e) {
        throw new EnvironmentException("Cannot read " + file + ": " + e, e);
      }
    }

    String line() {
      return file + " " + size + " " + millis;
    }
  }
}
