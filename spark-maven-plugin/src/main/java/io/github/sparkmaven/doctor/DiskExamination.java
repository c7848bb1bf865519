/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the folders that Spark and the goals write to. */
record DiskExamination(DoctorRequest request, Surroundings surroundings) implements Examination {
  private static final String ID = "disk";
  private static final String TEMPORARY = "temporary-folder";
  // What a local session and its tests write without data of any size; a class-data archive alone
  // has up to 170 MB.
  private static final long FEW_MIB = 1024;
  private static final long TOO_FEW_MIB = 64;
  private static final Pattern TEMPORARY_OPTION =
      Pattern.compile("(?:^|\\s)-Djava\\.io\\.tmpdir=(\\S+)");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> findings() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Path, String> folder : folders().entrySet()) {
      findings.add(space(folder.getKey(), folder.getValue()));
    }
    executable().ifPresent(findings::add);
    return findings;
  }

  private Map<Path, String> folders() {
    Map<Path, String> folders = new LinkedHashMap<>();
    folders.put(request.places().target(), "target");
    folders.putIfAbsent(request.places().cache(), "the cache folder");
    if (request.project().drivesHere()) {
      folders.putIfAbsent(temporary(), "the folder for temporary files");
      localFolders().forEach(folder -> folders.putIfAbsent(folder, "spark.local.dir"));
    }
    return folders;
  }

  /** {@code Utils.getConfiguredLocalDirs}: the variable wins over the setting. */
  private Stream<Path> localFolders() {
    return surroundings
        .variable("SPARK_LOCAL_DIRS")
        .or(() -> request.project().setting("spark.local.dir"))
        .stream()
        .flatMap(folders -> Stream.of(folders.split(",", -1)))
        .map(String::strip)
        .filter(folder -> !folder.isEmpty())
        .map(Path::of);
  }

  private Path temporary() {
    return request
        .project()
        .setting("spark.driver.extraJavaOptions")
        .map(TEMPORARY_OPTION::matcher)
        .filter(Matcher::find)
        .map(option -> Path.of(option.group(1)))
        .orElse(surroundings.temporary());
  }

  private Finding space(Path folder, String name) throws IOException {
    Path there = existing(folder);
    String named = name + " (" + folder + ")";
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      return Finding.error(
          ID,
          named + " cannot be written to",
          "Whatever runs next ends with an AccessDeniedException, or Failed to create local dir.",
          "Make " + there + " a folder that this user may write to");
    }
    long free = Files.getFileStore(there).getUsableSpace() >> 20;
    String what = named + " has " + free + " MiB left";
    if (free >= FEW_MIB) {
      return Finding.ok(ID, what);
    }
    String why = "Shuffle files, spills and logs end with No space left on device.";
    String fix = "Free some space there, or name another folder";
    return free < TOO_FEW_MIB
        ? Finding.error(ID, what, why, fix)
        : Finding.warning(ID, what, why, fix);
  }

  /**
   * snappy-java, zstd-jni and lz4-java unpack their native libraries there and load them, which a
   * file system without execution refuses.
   */
  private Optional<Finding> executable() throws IOException {
    Path folder = temporary();
    if (!request.project().drivesHere() || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    return Mounts.read(surroundings.root())
        .of(folder.toRealPath())
        .filter(mount -> mount.options().contains("noexec"))
        .map(
            mount ->
                Finding.warning(
                    TEMPORARY,
                    folder + " is on " + mount.point() + ", which is mounted noexec",
                    "Spark's compression libraries are unpacked there: UnsatisfiedLinkError, failed"
                        + " to map segment from shared object: Operation not permitted. Parquet is"
                        + " compressed with one of them.",
                    "Set spark.driver.extraJavaOptions to -Djava.io.tmpdir=/some/other/folder, or"
                        + " mount -o remount,exec "
                        + mount.point()));
  }

  /** Returns the folder itself, or what is there of the way to it. */
  static Path existing(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there)) {
      there = Objects.requireNonNull(there.getParent());
    }
    return there;
  }
}
