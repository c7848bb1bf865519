/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir Path folder;

  @Test
  void putsAFinishedFolderInItsPlace() throws IOException {
    Path finished = folder("finished", "new");
    Path place = folder.resolve("place");

    assertThat(Folders.moveUnlessThere(finished, place)).isTrue();

    assertThat(place.resolve("file")).hasContent("new");
    assertThat(finished).doesNotExist();
  }

  @Test
  void leavesAFolderThatIsThere() throws IOException {
    Path finished = folder("finished", "new");
    Path place = folder("place", "of a faster build");

    assertThat(Folders.moveUnlessThere(finished, place)).isFalse();

    assertThat(place.resolve("file")).hasContent("of a faster build");
    assertThat(finished.resolve("file")).exists();
  }

  @Test
  void replacesAFolder() throws IOException {
    Path finished = folder("finished", "new");
    Path place = folder("place", "old");

    Folders.replace(finished, place);

    assertThat(place.resolve("file")).hasContent("new");
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(place));
  }

  @Test
  void deletesAFolderAndFollowsNoLink() throws IOException {
    Path kept = folder("kept", "kept");
    Path doomed = folder("doomed", "doomed");
    Files.createSymbolicLink(doomed.resolve("link"), kept);

    Folders.delete(doomed);

    assertThat(doomed).doesNotExist();
    assertThat(kept.resolve("file")).hasContent("kept");
  }

  @Test
  void deletesNothingWhereNothingIs() throws IOException {
    Folders.delete(folder.resolve("missing"));

    assertThat(folder).isEmptyDirectory();
  }

  private Path folder(String name, String content) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name));
    Files.writeString(made.resolve("file"), content);
    return made;
  }
}
