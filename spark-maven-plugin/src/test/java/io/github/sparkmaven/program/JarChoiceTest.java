/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarChoiceTest {
  private static final String JOB = "com/acme/Job.class";

  @TempDir Path folder;
  private final List<CandidateJar> jars = new ArrayList<>();

  @Test
  void takesTheOneJar() throws IOException {
    Path main = jar("job.jar", "", JOB);

    assertThat(choice("").jar("com.acme.Job")).isEqualTo(main);
  }

  @Test
  void takesTheJarThatHoldsTheClass() throws IOException {
    jar("job.jar", "", "com/acme/Other.class");
    Path job = jar("job-batch.jar", "batch", JOB);

    assertThat(choice("").jar("com.acme.Job")).isEqualTo(job);
  }

  @Test
  void prefersTheJarThatWasShadedFromTheOther() throws IOException {
    jar("job.jar", "", JOB, "META-INF/services/x", "module-info.class");
    Path shaded = jar("job-shaded.jar", "shaded", JOB, "org/lib/Used.class");

    assertThat(choice("").jar("com.acme.Job")).isEqualTo(shaded);
  }

  @Test
  void prefersTheMainJarToOneWithTheSameClasses() throws IOException {
    Path main = jar("job.jar", "", JOB);
    jar("job-copy.jar", "copy", JOB);

    assertThat(choice("").jar("com.acme.Job")).isEqualTo(main);
  }

  @Test
  void passesOverSourcesTestsAndWhatShadeHasReplaced() throws IOException {
    Path main = jar("job.jar", "", JOB);
    jar("job-sources.jar", "sources", JOB, "a/A.class");
    jar("job-tests.jar", "tests", JOB, "a/B.class");
    jar("original-job.jar", "of-shade", JOB, "a/C.class");

    assertThat(choice("").jar("com.acme.Job")).isEqualTo(main);
  }

  @Test
  void takesTheClassifierThatIsAskedFor() throws IOException {
    Path thin = jar("job-thin.jar", "thin", JOB);
    jar("job.jar", "", JOB, "org/lib/Used.class");

    assertThat(choice("thin").jar("com.acme.Job")).isEqualTo(thin);
  }

  @Test
  void refusesAClassifierThatNoJarHas() throws IOException {
    jar("job.jar", "", JOB);
    jar("job-shaded.jar", "shaded", JOB);

    assertThatThrownBy(() -> choice("shade"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "submit/classifier: 'shade' names no jar of this build, which made job.jar,"
                + " job-shaded.jar (shaded). Give the classifier of one of them, or leave it out");
  }

  @Test
  void listsTheJarsThatAreInQuestion() throws IOException {
    jar("job.jar", "", JOB, "a/A.class");
    jar("job-hdfs.jar", "hdfs", JOB, "a/B.class");

    assertThatThrownBy(() -> choice("").jar("com.acme.Job"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "submit/classifier: is missing, and job.jar and job-hdfs.jar (hdfs) hold com.acme.Job,"
                + " each with classes that the other lacks. Give the classifier of the one to"
                + " submit, or -Dspark.maven.submit.classifier=hdfs");
  }

  @Test
  void namesWhatIsNearAClassThatIsMissing() throws IOException {
    CompiledClasses classes =
        CompiledClasses.compile(
            folder.resolve("classes"),
            "package com.acme; public class Clustering { public static void main(String[] a) {} }",
            "package com.acme; public class Helper { }");
    jars.add(new CandidateJar(classes.jar(folder.resolve("job.jar")), Optional.empty()));

    assertThatThrownBy(() -> choice("").jar("com.acme.Clusterng"))
        .hasMessage(
            "job/mainClass: 'com.acme.Clusterng' is not in job.jar. Give a class that is there:"
                + " com.acme.Clustering");
    assertThatThrownBy(() -> choice("").jar("org.acme.helper"))
        .hasMessage(
            "job/mainClass: 'org.acme.helper' is not in job.jar. Give a class that is there:"
                + " com.acme.Helper");
    assertThatThrownBy(() -> choice("").jar("org.else.Nothing"))
        .hasMessage(
            "job/mainClass: 'org.else.Nothing' is not in job.jar. Give a class that the jar holds,"
                + " or the jar by submit/classifier");
  }

  @Test
  void refusesARepackagedJar() throws IOException {
    jar("job.jar", "", "BOOT-INF/classes/" + JOB, "org/springframework/boot/loader/A.class");

    assertThatThrownBy(() -> choice("").jar("com.acme.Job"))
        .hasMessage(
            "submit/classifier: job.jar is repackaged (BOOT-INF): spark-submit finds no class in"
                + " it, com.acme.Job neither. Give the repackaging a classifier of its own, so that"
                + " the plain jar stays, or shade instead");
  }

  @Test
  void takesTheMainClassOfTheManifests() throws IOException {
    CompiledClasses classes = new CompiledClasses(folder.resolve("none"));
    Files.createDirectories(classes.folder());
    jars.add(
        new CandidateJar(classes.jar(folder.resolve("a.jar"), "com.acme.A"), Optional.empty()));
    assertThat(choice("").mainClass()).contains("com.acme.A");
    jars.add(
        new CandidateJar(classes.jar(folder.resolve("b.jar"), "com.acme.B"), Optional.of("b")));

    assertThatThrownBy(() -> choice("").mainClass())
        .hasMessage(
            "job/mainClass: is missing, and the manifests of a.jar, b.jar (b) name several:"
                + " com.acme.A, com.acme.B. Give one of them, or submit/classifier");
  }

  @Test
  void knowsWhatAJarCarries() throws IOException {
    JarContents fat =
        JarContents.of(
            jar("fat.jar", "", JOB, "l/A.class", "l/B.class", "META-INF/maven/g/a/pom.properties"));
    JarContents half = JarContents.of(jar("half.jar", "", "l/A.class", "x/B.class"));
    JarContents less = JarContents.of(jar("less.jar", "", "l/A.class", "x/B.class", "x/C.class"));
    JarContents empty = JarContents.of(jar("empty.jar", "", "META-INF/MANIFEST.MF"));

    assertThat(fat.hasMark("g", "a")).isTrue();
    assertThat(fat.hasMark("g", "b")).isFalse();
    assertThat(fat.carries(half)).isTrue();
    assertThat(fat.carries(less)).isFalse();
    assertThat(fat.carries(empty)).as("nothing is missing of an empty jar").isTrue();
  }

  private JarChoice choice(String classifier) {
    return new JarChoice(jars, Optional.of(classifier).filter(text -> !text.isEmpty()));
  }

  /** Makes a jar whose entries are empty, and a candidate of it. */
  private Path jar(String name, String classifier, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream stream = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(stream)) {
      for (String entry : entries) {
        jar.putNextEntry(new JarEntry(entry));
      }
    }
    jars.add(new CandidateJar(file, Optional.of(classifier).filter(text -> !text.isEmpty())));
    return file;
  }
}
