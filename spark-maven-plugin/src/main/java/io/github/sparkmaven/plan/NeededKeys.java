/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys that a job needs and that no plan can know.
 *
 * @param manager who hands out the executors
 * @param layout the chosen layout
 * @param conf every layer, the plan's included
 */
record NeededKeys(Manager manager, Layout layout, LayeredConf conf) {
  private static final String DISCOVERY = "spark.executor.resource.gpu.discoveryScript";
  private static final String IMAGE = "spark.kubernetes.container.image";

  /** Returns a warning for each that is missing. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    boolean scripted = manager == Manager.YARN || manager == Manager.KUBERNETES;
    if (layout.size().gpus() > 0 && scripted && conf.find(DISCOVERY).isEmpty()) {
      warnings.add(
          DISCOVERY
              + " is missing: executors find their GPUs with that script, a path on the nodes or in"
              + " the image; give it in conf");
    }
    if (layout.size().gpus() > 0 && manager == Manager.STANDALONE) {
      warnings.add(
          "Workers hand out GPUs only if they, too, have spark.worker.resource.gpu.amount and a"
              + " discovery script");
    }
    boolean imaged =
        conf.find(IMAGE).isPresent()
            || (conf.find("spark.kubernetes.driver.container.image").isPresent()
                && conf.find("spark.kubernetes.executor.container.image").isPresent());
    if (manager == Manager.KUBERNETES && !imaged) {
      warnings.add(
          IMAGE + " is missing, and Spark starts no pod without it; give cluster/kubernetes/image");
    }
    return warnings;
  }
}
