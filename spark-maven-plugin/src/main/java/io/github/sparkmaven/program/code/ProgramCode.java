/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.program.JarDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The classes of a program, and how they are related. */
public final class ProgramCode {
  private static final String CLASS = ".class";

  private final TreeMap<String, CodeClass> classes = new TreeMap<>();
  private final Map<MethodId, CodeMethod> methods = new HashMap<>();
  private final Map<String, List<CodeClass>> subclasses = new HashMap<>();
  private final Map<MethodId, List<CodeMethod>> overridden = new HashMap<>();

  private final List<String> unread;

  private ProgramCode(Collection<CodeClass> read, Collection<String> unread) {
    this.unread = List.copyOf(unread);
    for (CodeClass each : read) {
      classes.putIfAbsent(each.name(), each);
    }
    for (CodeClass each : classes.values()) {
      each.methods().forEach(method -> methods.put(method.id(), method));
      Stream.concat(each.superName().stream(), each.interfaces().stream())
          .forEach(above -> subclasses.computeIfAbsent(above, key -> new ArrayList<>()).add(each));
    }
  }

  /**
   * Reads classes.
   *
   * @param places folders and jars, in the order of the class path; what does not exist is passed
   *     over
   * @param wanted the names of classes, with dots, that are read
   * @throws EnvironmentException if a folder or jar cannot be read
   */
  public static ProgramCode of(List<Path> places, Predicate<String> wanted) {
    Reading reading = new Reading(wanted);
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        reading.folder(place);
      } else if (Files.exists(place)) {
        reading.jar(place);
      }
    }
    return new ProgramCode(reading.classes, reading.unread);
  }

  /** Returns the class files that are torn, or of a JDK that is too new for this plugin. */
  public List<String> unread() {
    return unread;
  }

  /** Returns the classes, in the order of their names. */
  public Collection<CodeClass> classes() {
    return Collections.unmodifiableCollection(classes.values());
  }

  /** Returns a class of the program. */
  public Optional<CodeClass> find(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  /** Returns all calls of the program, class by class. */
  public Stream<Call> calls() {
    return classes.values().stream()
        .flatMap(each -> each.methods().stream())
        .flatMap(method -> method.calls().stream());
  }

  /** Returns the method itself, or the one that its class inherits within the program. */
  public Optional<CodeMethod> resolve(MethodId id) {
    CodeMethod own = methods.get(id);
    if (own != null) {
      return Optional.of(own);
    }
    return find(id.owner()).stream()
        .flatMap(type -> Stream.concat(type.superName().stream(), type.interfaces().stream()))
        .flatMap(above -> resolve(id.in(above)).stream())
        .findFirst();
  }

  /** Returns what a call may run within the program: the method, and what overrides it. */
  public List<CodeMethod> targets(Call call) {
    return call.isVirtual()
        ? overridden.computeIfAbsent(call.method(), this::withOverriding)
        : resolve(call.method()).stream().toList();
  }

  private List<CodeMethod> withOverriding(MethodId id) {
    Map<MethodId, CodeMethod> found = new LinkedHashMap<>();
    resolve(id).ifPresent(method -> found.put(method.id(), method));
    below(id.owner())
        .flatMap(type -> Optional.ofNullable(methods.get(id.in(type.name()))).stream())
        .forEach(method -> found.put(method.id(), method));
    return List.copyOf(found.values());
  }

  private Stream<CodeClass> below(String owner) {
    Set<String> seen = new HashSet<>();
    List<CodeClass> found = new ArrayList<>();
    collectBelow(owner, seen, found);
    return found.stream();
  }

  private void collectBelow(String owner, Set<String> seen, List<CodeClass> found) {
    for (CodeClass each : subclasses.getOrDefault(owner, List.of())) {
      if (seen.add(each.name())) {
        found.add(each);
        collectBelow(each.name(), seen, found);
      }
    }
  }

  /** Says whether a class, or one above it within the program, extends or implements a type. */
  public boolean isA(String name, String type) {
    return name.equals(type)
        || find(name).stream()
            .flatMap(each -> Stream.concat(each.superName().stream(), each.interfaces().stream()))
            .anyMatch(above -> isA(above, type));
  }

  private static final class Reading {
    private final Predicate<String> wanted;
    private final List<CodeClass> classes = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    Reading(Predicate<String> wanted) {
      this.wanted = wanted;
    }

    void folder(Path folder) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (isWanted(folder.relativize(file).toString().replace(File.separatorChar, '/'))) {
            add(file.toString(), Files.readAllBytes(file));
          }
        }
      } catch (IOException e) {
        throw new EnvironmentException("Cannot read the classes in " + folder + ": " + e, e);
      }
    }

    void jar(Path jar) {
      JarDirectory directory = JarDirectory.of(jar);
      directory.contents(
          directory.entries().stream().filter(entry -> isWanted(entry.name())).toList(),
          (entry, bytes) -> add(jar + "!/" + entry.name(), bytes));
    }

    private boolean isWanted(String entry) {
      return entry.endsWith(CLASS)
          && !entry.startsWith("META-INF/")
          && !entry.endsWith("module-info.class")
          && wanted.test(entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'));
    }

    private void add(String file, byte[] bytes) {
      ClassReading.read(bytes).ifPresentOrElse(classes::add, () -> unread.add(file));
    }
  }
}
