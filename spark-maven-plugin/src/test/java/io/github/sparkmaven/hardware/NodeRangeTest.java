/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeRangeTest {

  @ParameterizedTest
  @CsvSource({
    "6, 6, 6, 6",
    "' 6 ', 6, 6, 6",
    "2..40, 2, 40, 2..40",
    "0..40, 0, 40, 0..40",
    "7..7, 7, 7, 7",
    "100000, 100000, 100000, 100000"
  })
  void readsANumberOrARange(String text, int least, int most, String written) {
    NodeRange range = NodeRange.parse("cluster/nodes", text);

    assertThat(range).isEqualTo(new NodeRange(least, most)).hasToString(written);
    assertThat(range.scales()).isEqualTo(least < most);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "six | 'six' is no number of machines. Give a whole number, as in 6, or a range, as in 2..40",
        "2..| '2..' is no number of machines. Give a whole number, as in 6, or a range, as in 2..40",
        "1.5 | '1.5' is no number of machines. Give a whole number, as in 6, or a range, as in 2..40",
        "0 | 0 is less than 1. Give a whole number from 1 up, or a range as in 0..40",
        "-3 | -3 is less than 1. Give a whole number from 1 up, or a range as in 0..40",
        "0..0 | 0..0 is less than 1. Give a whole number from 1 up, or a range as in 0..40",
        "-1..4 | -1..4 begins below 0. Begin with 0 or more, as in 0..40",
        "40..2 | 40..2 ends before it begins. Write the smaller number first: 2..40",
        "1..100001 | 1..100001 is more than any cluster has. Give at most 100000"
      })
  void rejectsWhatIsNoNumberOfMachines(String text, String message) {
    assertThatThrownBy(() -> NodeRange.parse("cluster/nodes", text))
        .isInstanceOf(InputException.class)
        .hasMessage("cluster/nodes: " + message);
  }
}
