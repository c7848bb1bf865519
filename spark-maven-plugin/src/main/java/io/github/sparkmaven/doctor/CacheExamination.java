/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.home.HomeAssembler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the plugin's cache folder. */
record CacheExamination(DoctorRequest request, Surroundings surroundings) implements Examination {
  private static final String ID = "cache-folder";
  // Nothing takes as long to be made; as UnusedFolders has it.
  private static final Duration MADE = Duration.ofDays(1);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() throws IOException {
    Path cache = request.places().cache();
    List<Finding> findings = new ArrayList<>();
    if (!surroundings.userHome().isAbsolute() || !Files.isDirectory(surroundings.userHome())) {
      findings.add(withoutHome());
    }
    if (!Files.isDirectory(cache)) {
      findings.add(Finding.ok(ID, cache + " is not there yet, and is made when it is needed"));
      return findings;
    }
    List<Path> homes = folders(HomeAssembler.homes(cache));
    List<String> names = new ArrayList<>();
    for (Path home : homes) {
      if (!isBeingMade(home) && HomeAssembler.dangles(home)) {
        names.add(String.valueOf(home.getFileName()));
      }
    }
    findings.add(
        Finding.ok(
            ID,
            cache
                + " holds "
                + homes.size()
                + " Spark homes, "
                + mebibytes(cache)
                + " MiB in all"));
    if (!names.isEmpty()) {
      findings.add(broken(names));
    }
    long left = left(cache);
    if (left > 0) {
      findings.add(
          Finding.note(
              ID,
              "folders that a build has begun and not finished: " + left,
              "They are removed when something is made beside them the next time."));
    }
    return findings;
  }

  /** A container without a user's entry, docker run --user 1234. */
  private Finding withoutHome() {
    return Finding.warning(
        ID,
        "this user has no home folder: user.home is " + surroundings.userHome(),
        "Maven, pip, Ivy (spark.jars.packages) and this cache make theirs at odd places, or cannot.",
        "export HOME=/some/folder, MAVEN_OPTS=-Duser.home=/some/folder");
  }

  private static Finding broken(List<String> names) {
    return Finding.note(
        ID,
        "homes whose jars the local repository no longer has: " + String.join(", ", names),
        "They are not used; the next build that makes a home removes them.");
  }

  private long left(Path cache) throws IOException {
    long left = 0;
    for (Path part : folders(cache)) {
      for (Path entry : folders(part)) {
        if (isBeingMade(entry)
            && Files.getLastModifiedTime(entry)
                .toInstant()
                .isBefore(surroundings.clock().instant().minus(MADE))) {
          left++;
        }
      }
    }
    return left;
  }

  private static boolean isBeingMade(Path entry) {
    return String.valueOf(entry.getFileName()).startsWith(".");
  }

  private static List<Path> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static long mebibytes(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).mapToLong(CacheExamination::size).sum() >> 20;
    } catch (UncheckedIOException e) {
      // Another build may have removed something at the same moment.
      throw e.getCause();
    }
  }

  private static long size(Path file) {
    // Links to the local repository take no space here.
    return Files.isSymbolicLink(file) ? 0 : file.toFile().length();
  }
}
