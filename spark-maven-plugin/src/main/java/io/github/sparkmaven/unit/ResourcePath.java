/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.unit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resource as spark-submit is given it: a path, or a URI, which may say a name of its own behind
 * a {@code #}.
 *
 * @param text what spark-submit is given; a path is absolute
 * @param file the local file that a path names; none where it is a URI, which is the user's word,
 *     or stands for several files
 */
public record ResourcePath(String text, Optional<Path> file) {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

  /** Returns the resource of a text. */
  public static ResourcePath of(String text, Path base) {
    int hash = text.indexOf('#');
    String path = hash < 0 ? text : text.substring(0, hash);
    if (isUri(path)) {
      return new ResourcePath(text, Optional.empty());
    }
    String absolute = base.resolve(path).toAbsolutePath().normalize().toString();
    return new ResourcePath(absolute + text.substring(path.length()), local(absolute));
  }

  /** Says whether a text has a scheme: it is the user's word on where the resource is found. */
  public static boolean isUri(String text) {
    return SCHEME.matcher(text).matches();
  }

  private static Optional<Path> local(String path) {
    return GLOB.matcher(path).find() ? Optional.empty() : Optional.of(Path.of(path));
  }
}
