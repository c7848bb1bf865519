/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.files.Digest;
import io.github.sparkmaven.files.FolderLock;
import io.github.sparkmaven.files.Folders;
import io.github.sparkmaven.files.LastUse;
import io.github.sparkmaven.files.UnusedFolders;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Makes virtual environments below the cache folder: one for each content of requirements and each
 * interpreter, shared between builds.
 *
 * <p>An environment cannot be moved, so it is made in its place; a mark in it says that it is
 * complete.
 */
final class VirtualEnvironments {
  private static final String COMPLETE = "complete";

  private final Path folder;
  private final Clock clock;

  /** Keeps environments in a folder of the cache. */
  VirtualEnvironments(Path cacheFolder, Clock clock) {
    this.folder = cacheFolder.resolve("python");
    this.clock = clock;
  }

  /**
   * Returns the interpreter of an environment, which is made unless it is there.
   *
   * @param base the interpreter that it is made with
   * @param pyspark pip's requirement of pyspark
   * @throws io.github.sparkmaven.problem.InputException if a requirement cannot be resolved
   * @throws EnvironmentException if it cannot be made
   */
  Path of(PythonFacts base, Requirements requirements, String pyspark, Pip pip) {
    Path place = folder.resolve(key(base, requirements, pyspark, pip.folder()));
    Path mark = place.resolve(COMPLETE);
    try {
      if (!Files.isRegularFile(mark)) {
        FolderLock.hold(folder, () -> make(place, base, requirements, pyspark, pip));
      }
      LastUse.note(mark, clock);
      LastUse.note(place, clock);
      return place.resolve("bin").resolve("python");
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot make a Python environment in " + folder + ": " + e + "; is the folder writable?",
          e);
    }
  }

  /** Returns the interpreter of an environment that is complete already; nothing is noted. */
  Optional<Path> ifMade(PythonFacts base, Requirements requirements, String pyspark, Path module) {
    Path place = folder.resolve(key(base, requirements, pyspark, module));
    return Optional.of(place.resolve("bin").resolve("python"))
        .filter(python -> Files.isRegularFile(place.resolve(COMPLETE)));
  }

  private void make(
      Path place, PythonFacts base, Requirements requirements, String pyspark, Pip pip)
      throws IOException {
    Path mark = place.resolve(COMPLETE);
    if (Files.isRegularFile(mark)) {
      // Another build has made it while this one waited.
      return;
    }
    // What a build that was ended has left.
    Folders.delete(place);
    try {
      pip.makeEnvironment(base.executable(), place);
      pip.install(place.resolve("bin").resolve("python"), requirements, pyspark);
      AtomicFile.write(mark, requirements.where() + " and " + pyspark + "\n");
    } finally {
      if (!Files.isRegularFile(mark)) {
        Folders.delete(place);
      }
    }
    new UnusedFolders(clock, UnusedFolders::ofThisMachine, environment -> false)
        .remove(folder, place);
  }

  private static String key(
      PythonFacts base, Requirements requirements, String pyspark, Path module) {
    String content =
        String.join(
            "\n",
            List.of(
                "1",
                base.executable().toString(),
                base.version(),
                pyspark,
                requirements.content(),
                String.join("\n", requirements.lines()),
                requirements.namesPlaces() ? module.toAbsolutePath().toString() : ""));
    return "python-" + PythonVersion.of(base.version()) + "-" + Digest.of(content, 16);
  }
}
