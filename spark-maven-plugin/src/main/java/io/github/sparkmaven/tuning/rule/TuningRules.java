/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import java.util.List;

/** All rules: what the plan sets beside the executor layout. */
public final class TuningRules {
  private static final List<Rule> ALL =
      List.of(
          new ParallelismRules(),
          new CachingRules(),
          new JvmRules(),
          new DriverRules(),
          new SchedulerRules(),
          new DynamicAllocationRules(),
          new SpotRules(),
          new KubernetesRules(),
          new LocalDirectoryRules(),
          new PythonRules(),
          new StreamingRules(),
          new GpuRules());

  private TuningRules() {}

  /** Returns the settings that these facts ask for, by topic; no key comes twice. */
  public static List<Setting> settings(RuleFacts facts) {
    return ALL.stream().flatMap(rule -> rule.settings(facts)).toList();
  }
}
