/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class LocalDirectoryRulesTest {
  private static final String VOLUME =
      "spark.kubernetes.executor.volumes.hostPath.spark-local-dir-";
  private static final String[] KEYS = {"spark.local.dir", VOLUME};

  @Test
  void spreadsScratchFilesOfLocalModeOverTheDisks() {
    assertThat(on(Manager.LOCAL).lines(KEYS)).containsExactly("spark.local.dir /mnt/1,/mnt/2");
    assertThat(on(Manager.LOCAL).reasons(KEYS))
        .containsExactly(
            "2 declared, and files are spread over all; Spark's default is /tmp; Spark 3.3 to 4.x");
  }

  @Test
  void mountsEachDiskOfAKubernetesNode() {
    assertThat(on(Manager.KUBERNETES).lines(KEYS))
        .containsExactly(
            VOLUME + "1.mount.path /mnt/1",
            VOLUME + "1.options.path /mnt/1",
            VOLUME + "2.mount.path /mnt/2",
            VOLUME + "2.options.path /mnt/2");
  }

  @Test
  void leavesDirectoriesToTheManagersThatDecideThem() {
    assertThat(on(Manager.YARN).lines(KEYS)).isEmpty();
    assertThat(on(Manager.STANDALONE).lines(KEYS)).isEmpty();
  }

  @Test
  void keepsSparksDirectoryWhereNoneIsDeclared() {
    assertThat(FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.BATCH).lines(KEYS))
        .isEmpty();
  }

  private static FactsExample on(Manager manager) {
    return FactsExample.of(manager, Language.JVM, WorkloadKind.BATCH).localDirs("/mnt/1", "/mnt/2");
  }
}
