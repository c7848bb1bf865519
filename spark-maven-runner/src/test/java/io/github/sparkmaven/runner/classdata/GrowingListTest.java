/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.classdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GrowingListTest {
  @TempDir Path folder;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  @Test
  void handsOverLinesAsTheyComeAndNoHalfOnes() throws Exception {
    Path file = folder.resolve("list");
    try (PipedOutputStream told = new PipedOutputStream();
        PipedInputStream input = new PipedInputStream(told)) {
      CompletableFuture<Boolean> whole = follow(file, new EndMark(input));
      try (OutputStream list = Files.newOutputStream(file)) {
        list.write("one\ntw".getBytes(UTF_8));
        assertThat(lines.poll(30, TimeUnit.SECONDS)).isEqualTo("one");
        list.write("o\n".getBytes(UTF_8));
        assertThat(lines.poll(30, TimeUnit.SECONDS)).isEqualTo("two");
        list.write("three\n".getBytes(UTF_8));
      }
      told.write("end\n".getBytes(UTF_8));
      told.flush();

      assertThat(whole.get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(lines).containsExactly("three");
    }
  }

  @Test
  void givesUpWhenNobodyIsThereAnyMore() throws Exception {
    Path file = Files.createFile(folder.resolve("list"));
    EndMark nobody = new EndMark(new ByteArrayInputStream(new byte[0]));

    assertThat(follow(file, nobody).get(30, TimeUnit.SECONDS)).isFalse();
  }

  private CompletableFuture<Boolean> follow(Path file, EndMark end) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new GrowingList(file, end).follow(lines::add);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
