/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void endsLinesAsEverySystemDoes() throws IOException {
    read("a\nb\r\nc\rd\n\ne\n", 100);

    assertThat(lines).containsExactly("a", "b", "c", "d", "", "e");
  }

  @Test
  void readsALastLineThatDoesNotEnd() throws IOException {
    read("a\nlast", 100);

    assertThat(lines).containsExactly("a", "last");
  }

  @Test
  void handsALongLineOverInPieces() throws IOException {
    read("abcdefgh\nij", 3);

    assertThat(lines).containsExactly("abc", "def", "gh", "ij");
  }

  @Test
  void keepsACharacterTogether() throws IOException {
    read("a\uD83D\uDE00b", 2);

    assertThat(lines).containsExactly("a\uD83D\uDE00", "b");
  }

  @Test
  void survivesBytesThatAreNoText() throws IOException {
    byte[] bytes = {'a', (byte) 0xff, 0, (byte) 0xc3, '\n', 'b'};
    new LineReader(lines::add)
        .read(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));

    assertThat(lines).containsExactly("a\uFFFD\u0000\uFFFD", "b");
  }

  @Test
  void handsOverWhatItHasWhenThePipeBreaks() {
    Reader broken =
        new StringReader("last words") {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read < 0) {
              throw new IOException("broken");
            }
            return read;
          }
        };

    assertThatThrownBy(() -> new LineReader(lines::add).read(broken)).hasMessage("broken");
    assertThat(lines).containsExactly("last words");
  }

  private void read(String text, int longest) throws IOException {
    new LineReader(lines::add, longest).read(new StringReader(text));
  }
}
