/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyDetails;
import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import io.github.sparkmaven.conf.registry.KnownKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The section of Spark's own documentation that has a key, of the project's own Spark version.
 *
 * <p>The pages have no anchors for keys, so a link leads to the section. A key that Spark calls
 * internal, or that no section has, gets none.
 */
final class Documentation {
  private static final String RESOURCE = "sections";
  // A vendor's or a snapshot's version has no pages of its own; those of the release that it comes
  // from are the nearest.
  private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  private final String root;
  private final KnownKeys keys;
  private final List<Section> sections;

  Documentation(SparkVersion spark, KnownKeys keys) {
    Matcher release = RELEASE.matcher(spark.version());
    this.root =
        "https://spark.apache.org/docs/" + (release.lookingAt() ? release.group() : "latest") + "/";
    this.keys = keys;
    this.sections = sections();
  }

  /** Returns the address, or an empty text. */
  String link(String key) {
    Optional<KeyDetails> details = keys.details(key);
    if (details.filter(KeyDetails::internal).isPresent() || !keys.knows(key)) {
      return "";
    }
    if (key.startsWith("spark.sql.") && details.isPresent()) {
      return root + ofSql(details.get().kind());
    }
    boolean mayBeInFamily = !isMentionedAlone(key);
    return sections.stream()
        .filter(section -> section.has(key) && (mayBeInFamily || section.isOf(key)))
        .findFirst()
        .map(section -> root + section.address())
        .orElse("");
  }

  /** Of a key that nothing but a text in the code shows, no section need know. */
  private boolean isMentionedAlone(String key) {
    return keys.details(key).isEmpty()
        && keys.registry()
            .find(key)
            .filter(entry -> entry.origin() == Origin.MENTIONED)
            .isPresent();
  }

  private static String ofSql(KeyDetails.Kind kind) {
    return switch (kind) {
      case SQL_RUNTIME -> "configuration.html#runtime-sql-configuration";
      case SQL_STATIC, CORE -> "configuration.html#static-sql-configuration";
    };
  }

  private static List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    try (InputStream stream = Documentation.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the plugin's jar lacks " + RESOURCE);
      }
      new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .forEach(words -> sections.add(new Section(words[1], words[0])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sections;
  }

  /**
   * Keys that stand in one section.
   *
   * @param address page and section
   * @param keys a key, or the beginning of keys with a {@code *} at its end
   */
  private record Section(String address, String keys) {

    boolean isOf(String key) {
      return key.equals(keys);
    }

    boolean has(String key) {
      return keys.endsWith("*") ? key.startsWith(keys.substring(0, keys.length() - 1)) : isOf(key);
    }
  }
}
