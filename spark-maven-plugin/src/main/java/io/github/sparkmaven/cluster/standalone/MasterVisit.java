/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.cluster.Target;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a standalone master shows to who only looks.
 *
 * @param page the root of the web UI that answered
 * @param version the Spark that the master runs, where its page says so
 * @param workers the workers that are alive
 * @param why why there is no answer, one line an address
 */
public record MasterVisit(
    Optional<URI> page, Optional<String> version, int workers, List<String> why) {
  // UIUtils.basicSparkPage puts it behind the logo; the JSON page has no version.
  private static final Pattern VERSION =
      Pattern.compile("class=\"version\"[^>]*>\\s*([0-9][^<\\s]*)\\s*<");

  /** Copies the reasons. */
  public MasterVisit {
    why = List.copyOf(why);
  }

  /** Asks the masters of a target for the one that is alive. */
  public static MasterVisit of(Target target, Http http) {
    MasterPages.Asked asked = new MasterPages(MasterAddresses.of(target).ui(), http).ask();
    Optional<URI> page = asked.state().map(MasterState::page);
    return new MasterVisit(
        page,
        page.flatMap(root -> version(root, http)),
        asked.state().map(state -> state.aliveWorkers().size()).orElse(0),
        asked.why());
  }

  /** Returns where the masters of a target are asked for their state. */
  public static List<URI> pages(Target target) {
    return MasterAddresses.of(target).ui();
  }

  /** Returns the {@code host:port} pairs of a master's URL. */
  public static List<String> addresses(String master) {
    return Stream.of(master.replaceFirst("^spark://", "").split(",", -1))
        .map(String::strip)
        .filter(host -> !host.isEmpty())
        .toList();
  }

  private static Optional<String> version(URI root, Http http) {
    try {
      Matcher version = VERSION.matcher(http.get(URI.create(root + "/")).body());
      return version.find() ? Optional.of(version.group(1)) : Optional.empty();
    } catch (IOException e) {
      // Its other page has answered: it is there, and only this remains unknown.
      return Optional.empty();
    }
  }
}
