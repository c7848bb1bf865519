/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.files.Digest;
import io.github.sparkmaven.files.LastUse;
import io.github.sparkmaven.home.JavaHome;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Archives of parsed and verified classes, one for each JDK build and class path, in the cache
 * folder.
 *
 * <p>A JVM that starts from one has Spark's 12,000 classes in a third of the time. These are the
 * dynamic archives of class-data sharing (JEP 350), with the classes that a test JVM has loaded.
 * The ahead-of-time cache of JDK 25 (JEP 514) refuses to record a JVM that has a folder of classes
 * on its class path, as test JVMs have. A JVM checks an archive against its build and its class
 * path, and goes without where it does not fit; the contents are checked here; whatever else goes
 * wrong here only costs the archive.
 */
public final class ClassDataArchives {
  private static final int OLDEST_JDK = 17;
  private static final String LABEL = ".label";

  // JDK 25 calls it an error that the JDK's own archive, below ours, knows nothing of module
  // options.
  private static final String NO_REMARKS = "-Xlog:cds=off";

  private final Path folder;
  private final Map<String, String> environment;
  private final Clock clock;

  /**
   * Keeps archives below a cache folder.
   *
   * @param environment the environment variables, which tell whether this is a CI server
   */
  public ClassDataArchives(Path cacheFolder, Map<String, String> environment, Clock clock) {
    this.folder = cacheFolder.resolve("class-data");
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  /** Returns how a JVM of a class path comes by its class data. */
  public ClassData of(JavaHome java, ForkClassPath path, ArchiveUse use) {
    if (use == ArchiveUse.NEVER || java.feature() < OLDEST_JDK || path.lasting().isEmpty()) {
      return ClassData.none(path);
    }
    try {
      Path archive = folder.resolve(key(java, path.lasting()) + ".jsa");
      Path label = sibling(archive, LABEL);
      if (Files.isRegularFile(archive) && Files.isRegularFile(label)) {
        ArchiveLabel read = ArchiveLabel.read(label);
        return read.fits(archive) ? used(path, archive, read.names()) : damaged(path, archive);
      }
      return use.makes(environment) ? recorded(java, path, archive) : ClassData.none(path);
    } catch (IOException e) {
      return ClassData.none(path, "No class-data archive: " + e);
    }
  }

  /** Removes an archive that a JVM came to grief with. */
  public void discard(Path archive) {
    try {
      Files.deleteIfExists(archive);
    } catch (IOException e) {
      // The next JVM may come to grief too, and go without.
    }
  }

  private ClassData damaged(ForkClassPath path, Path archive) {
    discard(archive);
    return ClassData.none(path, "The class-data archive was damaged and is removed: " + archive);
  }

  private ClassData used(ForkClassPath path, Path archive, EntryNames names) throws IOException {
    Optional<String> shadowed = names.sharedWith(path.madeAnew());
    if (shadowed.isPresent()) {
      return shadowing(path, shadowed.get());
    }
    LastUse.note(archive, clock);
    LastUse.note(sibling(archive, LABEL), clock);
    return new ClassData(
        List.of(NO_REMARKS, "-XX:SharedArchiveFile=" + archive),
        path.lastingFirst(),
        Optional.of(archive),
        Optional.empty(),
        Optional.empty());
  }

  private ClassData recorded(JavaHome java, ForkClassPath path, Path archive) throws IOException {
    EntryNames names = EntryNames.ofJars(path.lasting());
    Optional<String> shadowed = names.sharedWith(path.madeAnew());
    if (shadowed.isPresent()) {
      return shadowing(path, shadowed.get());
    }
    Files.createDirectories(folder);
    new UnusedArchives(clock).remove(folder);
    Path mark = sibling(archive, ".recording");
    try {
      Files.createFile(mark);
    } catch (FileAlreadyExistsException e) {
      // Another build is at it.
      return ClassData.none(path);
    }
    String temporary = "." + ProcessHandle.current().pid();
    RecordedFiles files =
        new RecordedFiles(
            sibling(archive, temporary + ".classes"),
            sibling(archive, temporary + ".jsa"),
            sibling(archive, temporary + LABEL),
            archive,
            sibling(archive, LABEL),
            mark);
    try {
      return new ClassData(
          List.of("-XX:DumpLoadedClassList=" + files.list()),
          path.lastingFirst(),
          Optional.empty(),
          Optional.of(Recording.start(java, path.lasting(), names, files)),
          Optional.empty());
    } catch (IOException e) {
      files.remove();
      throw e;
    }
  }

  private static ClassData shadowing(ForkClassPath path, String name) {
    return ClassData.none(
        path,
        "No class-data archive: this build's "
            + name
            + " stands in for one of a dependency, which an archive would hide");
  }

  /** Returns a neighbour; those that are not an archive or its label begin with a dot. */
  private static Path sibling(Path archive, String suffix) {
    String name = String.valueOf(archive.getFileName()).replace(".jsa", suffix);
    return archive.resolveSibling(suffix.equals(LABEL) ? name : "." + name);
  }

  private static String key(JavaHome java, List<Path> jars) throws IOException {
    StringBuilder text = new StringBuilder("2 ").append(java.path()).append('\n');
    text.append(Files.readString(java.path().resolve("release")));
    for (Path jar : jars) {
      text.append(jar).append(' ').append(Files.size(jar)).append(' ');
      text.append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
    }
    return "jdk-" + java.feature() + "-" + Digest.of(text.toString(), 16);
  }
}
