/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestSelectionTest {
  @TempDir Path folder;

  @BeforeEach
  void compile() throws IOException {
    for (String name :
        List.of(
            "RootJobCase.class",
            "com/acme/WordsJobCase.class",
            "com/acme/ClusteringJobCase.class",
            "com/acme/ClusteringJobCase$Nested.class",
            "com/acme/ClusteringTest.class",
            "com/acme/JobCaseSupport.class",
            "com/acme/data.csv")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.createFile(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"**/*JobCase", "**/*JobCase.java", "**/*JobCase.class"})
  void findsClassesOfAllPackagesSortedWithoutNestedOnes(String pattern) {
    assertThat(select(pattern))
        .containsExactly("RootJobCase", "com.acme.ClusteringJobCase", "com.acme.WordsJobCase");
  }

  @Test
  void findsOneClass() {
    assertThat(select("**/WordsJobCase")).containsExactly("com.acme.WordsJobCase");
    assertThat(select("com/acme/WordsJobCase.java")).containsExactly("com.acme.WordsJobCase");
    assertThat(select("RootJobCase")).containsExactly("RootJobCase");
  }

  @Test
  void takesAClassOnceThatTwoPatternsMatch() {
    assertThat(select("**/*Test", "**/Clustering*"))
        .containsExactly("com.acme.ClusteringJobCase", "com.acme.ClusteringTest");
  }

  @Test
  void findsNothingWhereNothingMatchesOrNothingWasCompiled() {
    assertThat(select("**/*IT")).isEmpty();
    assertThat(
            new TestSelection(folder.resolve("missing"), List.of("**/*"), TestFilter.ALL)
                .classNames())
        .isEmpty();
  }

  private List<String> select(String... patterns) {
    return new TestSelection(folder, List.of(patterns), TestFilter.ALL).classNames();
  }
}
