/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.JdkFit;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the JDK that Spark runs on against the Spark, and against what else is named. */
record JdkExamination(DoctorRequest request, Surroundings surroundings) implements Examination {
  private static final String JDK = "jdk";
  private static final String JAVA_HOME = "java-home";

  @Override
  public String id() {
    return JDK;
  }

  @Override
  public List<Finding> findings() throws IOException {
    Optional<JavaHome> java = request.build().ofSpark();
    if (java.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(fit(java.get()));
    if (!same(java.get().path(), request.build().ofMaven())) {
      findings.add(
          Finding.note(
              JDK,
              "Spark runs on the toolchain's "
                  + java.get().path()
                  + ", Maven on "
                  + request.build().ofMaven(),
              "What a test does in Maven's JVM, as with surefire's forkCount 0, sees another Java."));
    }
    javaHome(java.get()).ifPresent(findings::add);
    return findings;
  }

  private Finding fit(JavaHome java) {
    String jdk = "JDK " + java.feature() + " (" + java.path() + ")";
    Optional<SparkVersion> spark = request.project().spark();
    if (spark.isEmpty()) {
      return Finding.ok(JDK, jdk);
    }
    try {
      return JdkFit.check(spark.get(), java)
          .map(
              warning ->
                  Finding.warning(
                      JDK,
                      warning,
                      "What does not work there is nobody's fault but shows only when it runs.",
                      "Use JDK 17, by JAVA_HOME or maven-toolchains-plugin"))
          .orElseGet(() -> Finding.ok(JDK, jdk + " fits Spark " + spark.get().version()));
    } catch (InputException e) {
      return Finding.error(
          JDK, e.problems().get(0), "Spark's JVMs end with an exception of their own start.");
    }
  }

  private Optional<Finding> javaHome(JavaHome java) throws IOException {
    Optional<Path> named = surroundings.variable("JAVA_HOME").map(Path::of);
    if (named.isEmpty() || same(named.get(), java.path())) {
      return Optional.empty();
    }
    if (!Files.isExecutable(named.get().resolve("bin/java"))) {
      return Optional.of(
          Finding.warning(
              JAVA_HOME,
              "JAVA_HOME is " + named.get() + ", which has no bin/java",
              "spark-submit from a shell fails with it; the goals name their own JDK to it.",
              "export JAVA_HOME=" + java.path()));
    }
    return Optional.of(
        Finding.note(
            JAVA_HOME,
            "JAVA_HOME is " + named.get() + ", and Spark runs on " + java.path(),
            "The goals name their own JDK to spark-submit; from a shell it would run on JAVA_HOME."));
  }

  private static boolean same(Path one, Path other) throws IOException {
    return real(one).equals(real(other));
  }

  private static Path real(Path path) throws IOException {
    return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
  }
}
