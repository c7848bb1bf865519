/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void passesOnWhatIsAnswered() throws Exception {
    assertThat(new Deadline(60, "somebody").<String>call(() -> "yes")).isEqualTo("yes");
  }

  @Test
  void passesOnWhatIsThrown() {
    assertThatThrownBy(
            () ->
                new Deadline(60, "somebody")
                    .call(
                        () -> {
                          throw new IOException("no");
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("no");
  }

  @Test
  void givesUpAndInterrupts() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                new Deadline(1, "somebody")
                    .call(
                        () -> {
                          try {
                            new CountDownLatch(1).await();
                          } catch (InterruptedException e) {
                            interrupted.countDown();
                          }
                          return null;
                        }))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("somebody gave no answer within 1 s");
    interrupted.await();
  }
}
