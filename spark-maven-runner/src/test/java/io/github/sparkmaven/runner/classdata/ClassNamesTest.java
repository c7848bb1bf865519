/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassNamesTest {
  @TempDir Path folder;

  @Test
  void readsTheLinesOfAListOfClasses() {
    assertThat(ClassNames.ofLine("java/util/Map$Entry id: 12")).contains("java.util.Map$Entry");
    assertThat(ClassNames.ofLine("com/acme/Job")).contains("com.acme.Job");
  }

  @Test
  void passesOverWhatIsNoClassOfTheJdksOwnLoaders() {
    assertThat(ClassNames.ofLine("# NOTE: Do not modify this file.")).isEmpty();
    assertThat(ClassNames.ofLine("@lambda-proxy com/acme/Job run ()V")).isEmpty();
    assertThat(ClassNames.ofLine("com/acme/Job id: 9 super: 0 source: /a/job.jar")).isEmpty();
    assertThat(ClassNames.ofLine("")).isEmpty();
  }

  @Test
  void findsTheClassesOfWhichAJarHasVersions() throws IOException {
    Path jar = folder.resolve("a.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String name :
          new String[] {
            "com/acme/Job.class",
            "META-INF/versions/9/com/acme/Job.class",
            "META-INF/versions/11/com/acme/Job$1.class",
            "META-INF/versions/9/notes.txt"
          }) {
        out.putNextEntry(new JarEntry(name));
      }
    }

    assertThat(ClassNames.ofVersions(jar.toFile()))
        .containsExactlyInAnyOrder("com.acme.Job", "com.acme.Job$1");
    assertThat(ClassNames.ofVersions(folder.toFile())).isEmpty();
  }
}
