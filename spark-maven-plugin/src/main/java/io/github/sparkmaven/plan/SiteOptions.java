/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import java.util.List;
import java.util.Map;

/**
 * The JVM flags of the site's {@code spark-defaults.conf}, which the plan's flags are put before.
 *
 * <p>A JVM takes the last of two flags that contradict each other, so that the site's hold.
 *
 * @param conf the settings of all layers but the plan's
 */
record SiteOptions(LayeredConf conf) {

  /** Returns the plan's settings, those of JVM flags with the site's added. */
  List<Setting> after(List<Setting> planned) {
    Map<String, Setting> site = conf.layers().getOrDefault(Layer.SITE, Map.of());
    return planned.stream()
        .map(
            setting ->
                setting.key().endsWith(".defaultJavaOptions") && site.containsKey(setting.key())
                    ? joined(setting, site.get(setting.key()))
                    : setting)
        .toList();
  }

  private static Setting joined(Setting planned, Setting site) {
    return new Setting(
        planned.key(),
        planned.value() + " " + site.value(),
        planned.layer(),
        planned.reason() + "; the site's own flags follow, and hold where both say something",
        planned.source());
  }
}
