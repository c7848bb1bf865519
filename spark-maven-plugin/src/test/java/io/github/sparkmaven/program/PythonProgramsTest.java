/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonProgramsTest {
  private static final String GUARD = "if __name__ == \"__main__\":\n    main()\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if __name__ == \"__main__\":",
        "if __name__ == '__main__' :",
        "if  __name__=='__main__': main()",
        "import sys\r\nif __name__ == '__main__':\r\n    main()\r\n",
        "# größer\nif __name__ == '__main__':"
      })
  void haveTheGuard(String text) throws IOException {
    Path file = write("job.py", text);

    assertThat(PythonPrograms.in(folder)).containsExactly(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "def main(): pass",
        "    if __name__ == '__main__':",
        "# if __name__ == '__main__':",
        "if __name__ == '__main':"
      })
  void areNoFilesWithoutIt(String text) throws IOException {
    write("job.py", text);

    assertThat(PythonPrograms.in(folder)).isEmpty();
  }

  @Test
  void standDirectlyInTheFolderInOrder() throws IOException {
    Path second = write("b.py", GUARD);
    Path first = write("a.py", GUARD);
    write("setup.py", GUARD);
    write("notes.txt", GUARD);
    Files.createDirectories(folder.resolve("acme"));
    write("acme/__main__.py", GUARD);
    Files.createDirectories(folder.resolve("folder.py"));

    assertThat(PythonPrograms.in(folder)).containsExactly(first, second);
  }

  @Test
  void areReadInAnyEncoding() throws IOException {
    Path file = folder.resolve("latin.py");
    Files.write(
        file, ("# \u00e4\n" + GUARD).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

    assertThat(PythonPrograms.in(folder)).containsExactly(file);
  }

  @Test
  void areNoneWhereThereIsNoFolder() {
    assertThat(PythonPrograms.in(folder.resolve("none"))).isEmpty();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
