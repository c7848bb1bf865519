/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.local;

import io.github.sparkmaven.cluster.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The spark-submits of this machine, as their command lines show them.
 *
 * <p>A submission's properties file stands on the command line, in a folder named by the
 * submission. That stays when all files are deleted, so a driver of client mode is found again on
 * every manager.
 */
public final class LocalProcesses {
  private static final String PROPERTIES_FILE = "--properties-file";

  private static final Pattern PROJECT = Pattern.compile("-([0-9a-f]{16})\\.conf$");

  private final CommandLines commandLines;

  /** Looks at the processes of this machine. */
  public LocalProcesses() {
    this(new CommandLines());
  }

  LocalProcesses(CommandLines commandLines) {
    this.commandLines = commandLines;
  }

  /**
   * A running spark-submit; of its shells and JVMs, the one that the others descend from.
   *
   * @param started when it started, where the system tells
   * @param propertiesFile what it was given as {@code --properties-file}
   * @param submission the name of the folder that the properties file is in
   */
  public record LocalProcess(
      long pid, Optional<Instant> started, Path propertiesFile, String submission) {

    /** Returns the tag of project, job and environment, which the properties file's name holds. */
    public Optional<String> project() {
      Matcher name = PROJECT.matcher(propertiesFile.toString());
      return name.find() ? Optional.of(name.group(1)) : Optional.empty();
    }
  }

  /**
   * Returns how the name of a properties file is to end, so that a process is known for a project's
   * when everything on disk is gone.
   */
  public static String suffix(String project) {
    return "-" + project + ".conf";
  }

  /**
   * What was found.
   *
   * @param complete whether the command line of every Java process of this user could be read
   */
  public record Found(boolean complete, List<LocalProcess> processes) {

    /** Copies the list. */
    public Found {
      processes = List.copyOf(processes);
    }
  }

  /**
   * Finds every spark-submit whose properties file is, or was, below a folder.
   *
   * @param submissions the folder that holds a folder for each submission
   */
  public Found under(Path submissions) {
    Path folder = submissions.toAbsolutePath().normalize();
    Set<Path> names = Stream.of(folder, real(folder)).collect(Collectors.toSet());
    Found all = all();
    return new Found(
        all.complete(),
        all.processes().stream()
            .filter(process -> names.stream().anyMatch(process.propertiesFile()::startsWith))
            .toList());
  }

  /** Finds every spark-submit that was given a properties file. */
  Found all() {
    Map<Long, LocalProcess> found = new HashMap<>();
    boolean complete = true;
    for (ProcessHandle handle : ProcessHandle.allProcesses().toList()) {
      List<String> words = commandLines.of(handle);
      complete = complete && !(words.isEmpty() && commandLines.hidden(handle));
      propertiesFile(words).ifPresent(file -> found.put(handle.pid(), process(handle, file)));
    }
    List<LocalProcess> roots =
        found.values().stream().filter(process -> !descends(process, found)).toList();
    return new Found(complete, roots);
  }

  /** Says whether a process is a spark-submit; false as well where nobody can tell. */
  boolean submits(ProcessHandle handle) {
    return isSubmit(commandLines.of(handle));
  }

  /** Says whether the system shows what a process was started with. */
  boolean shown(ProcessHandle handle) {
    return !commandLines.of(handle).isEmpty();
  }

  /** Reads the tag out of a properties file, unless it is gone. */
  static Optional<Tag> tag(LocalProcess process) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(process.propertiesFile())) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return Tag.ofSettings(
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(key -> key, properties::getProperty)));
  }

  private static LocalProcess process(ProcessHandle handle, Path file) {
    Path folder = file.getParent();
    Path name = folder == null ? null : folder.getFileName();
    return new LocalProcess(
        handle.pid(), handle.info().startInstant(), file, name == null ? "" : name.toString());
  }

  private static boolean descends(LocalProcess process, Map<Long, LocalProcess> found) {
    return ProcessHandle.of(process.pid())
        .flatMap(ProcessHandle::parent)
        .map(parent -> found.get(parent.pid()))
        .filter(parent -> parent.propertiesFile().equals(process.propertiesFile()))
        .isPresent();
  }

  private static Optional<Path> propertiesFile(List<String> words) {
    int option = words.indexOf(PROPERTIES_FILE);
    return isSubmit(words) && option >= 0 && option + 1 < words.size()
        ? Optional.of(Path.of(words.get(option + 1)).toAbsolutePath().normalize())
        : Optional.empty();
  }

  private static boolean isSubmit(List<String> words) {
    return words.stream()
        .anyMatch(
            word ->
                word.equals("org.apache.spark.deploy.SparkSubmit")
                    || word.endsWith("/spark-submit"));
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      // It is gone, as after mvn clean; the name is what counts.
      return folder;
    }
  }
}
