/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.files.AtomicFile;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.process.FollowedProcess;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The making of a class-data archive: a JVM notes which classes it loads, and another one, when the
 * first has ended, reads them from the jars and writes the archive. A JVM that has folders on its
 * class path cannot write one itself.
 *
 * @param jars the class path of the archive
 * @param list where the classes are noted
 * @param temporary where the archive is written
 * @param names where the names of what it stands for are, until both are put in place
 * @param place where it is to be
 * @param placeOfNames where the names are to be
 * @param mark tells other builds that this one is at it
 */
public record Recording(
    List<Path> jars,
    Path list,
    Path temporary,
    Path names,
    Path place,
    Path placeOfNames,
    Path mark)
    implements AutoCloseable {
  private static final TimeLimit PATIENCE = new TimeLimit(Duration.ofMinutes(5));

  /** Copies the class path. */
  public Recording {
    jars = List.copyOf(jars);
  }

  /**
   * Writes the archive and puts it in place.
   *
   * @return whether it is there; a file system that is full, for one, keeps it from it
   */
  public boolean make(JavaHome java) {
    try {
      if (!Files.isRegularFile(list)) {
        return false;
      }
      JvmCommand dump =
          new JvmCommand(
              java,
              List.of(
                  "-Xshare:dump",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-XX:SharedClassListFile=" + list,
                  "-XX:SharedArchiveFile=" + temporary),
              jars,
              "none",
              List.of());
      // Its warnings name thousands of classes that an archive cannot hold.
      Process process = new ProcessBuilder(dump.words()).start();
      FollowedProcess followed = new FollowedProcess(process, line -> {}, line -> {});
      return followed.await(Optional.of(PATIENCE)).exitCode() == 0 && keep();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean keep() throws IOException {
    if (!Files.isRegularFile(temporary) || Files.size(temporary) == 0) {
      return false;
    }
    // The names first: an archive without them is not used.
    Files.move(names, placeOfNames, StandardCopyOption.REPLACE_EXISTING);
    Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /** Removes what is left of an archive that was not kept; what cannot be, goes with its age. */
  @Override
  public void close() {
    for (Path file : List.of(list, temporary, names, mark)) {
      try {
        AtomicFile.remove(file);
      } catch (EnvironmentException e) {
        // Nobody's build depends on it.
      }
    }
  }
}
