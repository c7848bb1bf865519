/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A configuration that the explained one is compared with.
 *
 * @param name what it is and where it was found, as a message says it
 * @param ofApplication whether a run wrote it, which adds settings of its own
 * @param settings the settings, secrets included
 */
public record OtherConf(String name, boolean ofApplication, Map<String, String> settings) {

  /** Copies the settings. */
  public OtherConf {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** Keeps values out of logs. */
  @Override
  public String toString() {
    return name + " (" + settings.size() + " keys)";
  }
}
