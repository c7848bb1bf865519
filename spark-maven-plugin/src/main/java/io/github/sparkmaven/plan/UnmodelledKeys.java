/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import java.util.List;

/**
 * Keys that change what a scheduler grants and that the placement model does not know yet: said,
 * rather than miscounted.
 */
final class UnmodelledKeys {
  private static final List<String> PREFIXES =
      List.of(
          "spark.executor.resource.fpga.",
          "spark.kubernetes.driver.limit.cores",
          "spark.kubernetes.driver.request.cores",
          "spark.kubernetes.executor.request.cores",
          "spark.yarn.executor.resource.",
          "spark.yarn.am.resource.",
          "spark.yarn.driver.resource.");

  private UnmodelledKeys() {}

  /** Returns a warning for each such key that stands outside of the plan. */
  static List<String> warnings(LayeredConf conf) {
    return conf.effective().stream()
        .filter(setting -> setting.layer() != Layer.PLAN)
        .filter(setting -> PREFIXES.stream().anyMatch(setting.key()::startsWith))
        .map(
            setting ->
                setting.key()
                    + " ("
                    + setting.layer().label()
                    + ") changes what is granted, and this version's figures do not reckon with it")
        .toList();
  }
}
