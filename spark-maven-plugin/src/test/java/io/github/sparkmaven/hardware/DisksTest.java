/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisksTest {
  @Test
  void readsANumberOrMountPoints() {
    assertThat(Disks.parse("cluster/disks", " 4 ")).isEqualTo(new Disks(4, List.of()));
    assertThat(Disks.parse("cluster/disks", "100")).isEqualTo(new Disks(100, List.of()));
    assertThat(Disks.parse("cluster/disks", "/data1, /data2"))
        .isEqualTo(new Disks(2, List.of("/data1", "/data2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "101", "-1", "data1", "/data1,", "/data 1", "/"})
  void rejectsWhatIsNeither(String text) {
    assertThatThrownBy(() -> Disks.parse("cluster/disks", text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "cluster/disks: '"
                + text
                + "' is neither a number of disks nor a list of mount points. Give a number from 1"
                + " to 100, or absolute paths as in /data1,/data2");
  }
}
