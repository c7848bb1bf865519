/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import io.github.sparkmaven.problem.Problems;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of this machine that go into a bundle, and what they are called there. */
final class Companions {
  private static final Pattern URI_FORM = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private final Path base;
  private final Problems problems;
  private final Map<String, Path> copied = new TreeMap<>();

  /**
   * Collects.
   *
   * @param base where relative paths begin
   */
  Companions(Path base, Problems problems) {
    this.base = base;
    this.problems = problems;
  }

  /** Returns the files by their names in the bundle. */
  Map<String, Path> copied() {
    return copied;
  }

  /** Takes a list of paths and URIs, and returns it as the bundle has it; none comes twice. */
  List<String> take(String folder, String where, List<String> given) {
    List<String> taken = new ArrayList<>();
    for (String resource : new LinkedHashSet<>(given)) {
      taken.add(take(folder, where, resource));
    }
    return taken;
  }

  /** Takes a path or a URI, and returns it as the bundle has it. */
  String take(String folder, String where, String resource) {
    Optional<Path> whole = local(resource);
    int hash = resource.lastIndexOf('#');
    if (whole.isEmpty()) {
      return resource;
    }
    if (hash < 0 || Files.isRegularFile(whole.get())) {
      return copy(folder, where, resource, whole.get());
    }
    Optional<Path> file = local(resource.substring(0, hash));
    return copy(folder, where, resource, file.orElseThrow()) + resource.substring(hash);
  }

  private Optional<Path> local(String resource) {
    if (resource.startsWith("file:")) {
      return Optional.of(Path.of(URI.create(resource).getPath()));
    }
    return URI_FORM.matcher(resource).matches()
        ? Optional.empty()
        : Optional.of(base.resolve(resource));
  }

  private String copy(String folder, String where, String resource, Path file) {
    problems.require(
        Files.isRegularFile(file),
        where,
        "'" + resource + "' is no file",
        "Give a file, or a URI that the cluster reaches");
    String name = Objects.requireNonNull(file.getFileName(), resource).toString();
    String place = folder + "/" + name;
    // Two artifacts of different groups may have one name, which Spark and its messages use.
    for (int i = 2; copied.containsKey(place) && !file.equals(copied.get(place)); i++) {
      place = folder + "/" + i + "/" + name;
    }
    copied.put(place, file);
    return place;
  }
}
