/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the web UI of a running application tells of its driver.
 *
 * @param ui the root of that web UI
 * @param driver the folder that the driver runs in, which bears the driver's id where a worker
 *     started it
 */
record RunningApp(URI ui, Optional<Tag> tag, String driver) {

  static RunningApp of(URI ui, Json environment) {
    String folder = pairs(environment.list("systemProperties")).getOrDefault("user.dir", "");
    return new RunningApp(
        ui,
        Tag.ofSettings(pairs(environment.list("sparkProperties"))),
        folder.substring(Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\')) + 1));
  }

  private static Map<String, String> pairs(List<Json> list) {
    Map<String, String> pairs = new TreeMap<>();
    for (Json pair : list) {
      List<Json> both = pair.list();
      if (both.size() == 2) {
        pairs.put(both.get(0).text().orElse(""), both.get(1).text().orElse(""));
      }
    }
    return pairs;
  }
}
