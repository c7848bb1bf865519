/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster;

import io.github.sparkmaven.cluster.enquiry.EnquiryProcess;
import io.github.sparkmaven.cluster.kubernetes.KubernetesClient;
import io.github.sparkmaven.cluster.local.LocalClient;
import io.github.sparkmaven.cluster.standalone.StandaloneClient;
import io.github.sparkmaven.cluster.yarn.YarnClient;
import io.github.sparkmaven.cluster.yarn.YarnCommands;
import io.github.sparkmaven.home.HomeJvm;
import java.util.HashMap;
import java.util.Map;

/** The clients of real managers. */
public final class LiveClusters implements ClusterClients {
  @Override
  public ClusterClient open(Target target, HomeJvm jvm) {
    return switch (target.manager()) {
      case LOCAL -> new LocalClient(target);
      case STANDALONE -> new StandaloneClient(target);
      case YARN -> yarn(target, asProxyUser(target, jvm));
      case KUBERNETES -> new KubernetesClient(target, enquiry(target, jvm));
    };
  }

  private static YarnClient yarn(Target target, HomeJvm jvm) {
    return new YarnClient(target, enquiry(target, jvm), YarnCommands.of(jvm));
  }

  /** Hadoop's own login takes the variable (UserGroupInformation.createLoginUser). */
  private static HomeJvm asProxyUser(Target target, HomeJvm jvm) {
    return target
        .setting(Target.PROXY_USER)
        .map(user -> jvm.withVariable(YarnCommands.PROXY_USER, user))
        .orElse(jvm);
  }

  private static EnquiryProcess enquiry(Target target, HomeJvm jvm) {
    Map<String, String> settings = new HashMap<>();
    target.conf().effective().forEach(setting -> settings.put(setting.key(), setting.value()));
    // A target that the ledger remembers has its master beside the settings.
    settings.put("spark.master", target.master());
    return new EnquiryProcess(jvm, target.manager().label(), settings);
  }
}
