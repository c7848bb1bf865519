/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.problem.InputException;
import java.util.List;

/**
 * The coordinates of a jar in a repository.
 *
 * @param classifier empty for the main jar
 */
public record Coordinates(String group, String artifact, String version, String classifier) {

  /**
   * Reads {@code groupId:artifactId:version} or {@code groupId:artifactId:version:classifier}.
   *
   * @param where the parameter, for the message
   * @throws InputException if the text is of another form
   */
  public static Coordinates parse(String where, String text) {
    List<String> parts = List.of(text.trim().split(":", -1));
    boolean sound =
        (parts.size() == 3 || parts.size() == 4)
            && parts.stream().allMatch(part -> part.matches("[A-Za-z0-9._+-]+"));
    if (!sound) {
      throw new InputException(
          where,
          "'" + text + "' are no coordinates",
          "Give groupId:artifactId:version, and :classifier where the jar has one");
    }
    return new Coordinates(
        parts.get(0), parts.get(1), parts.get(2), parts.size() == 4 ? parts.get(3) : "");
  }

  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version + (classifier.isEmpty() ? "" : ":" + classifier);
  }
}
