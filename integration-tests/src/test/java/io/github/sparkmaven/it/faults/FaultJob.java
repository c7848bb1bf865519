/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The job that fails in many ways, packaged for one Spark, and the builds that submit it.
 *
 * @param folder a copy of the project
 */
record FaultJob(Path folder, String spark, String scala) {

  /** Copies the project and packages it. */
  static FaultJob packaged(Path source, Path folder, String spark)
      throws IOException, InterruptedException {
    FaultJob job = copied(source, folder, spark);
    MavenBuild build = job.build("package", List.of("-q", "package"), Map.of());
    if (build.await() != 0) {
      throw new AssertionError("the fault job cannot be packaged:\n" + build.text());
    }
    return job;
  }

  /** Copies the project. */
  static FaultJob copied(Path source, Path folder, String spark) throws IOException {
    copy(source, folder);
    return new FaultJob(folder, spark, spark.equals("3.5.5") ? "2.12" : "2.13");
  }

  /** Starts a build of the job. */
  MavenBuild build(String name, List<String> arguments, Map<String, String> environment)
      throws IOException {
    // A process group of its own, so that a signal reaches all of it and nothing else; whoever runs
    // this test in the background has it ignore Ctrl-C, which would be inherited.
    List<String> command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
    command.addAll(List.of(System.getProperty("faults.maven"), "-B", "-ntp"));
    command.add("-Dmaven.repo.local=" + System.getProperty("faults.repository"));
    command.add("-Dmaven.repo.local.tail=" + System.getProperty("faults.tail"));
    command.add("-Dmaven.repo.local.tail.ignoreAvailability=true");
    command.add("-Dplugin.version=" + System.getProperty("faults.version"));
    command.add("-Dspark.release=" + spark);
    command.add("-Dscala.suffix=" + scala);
    command.add("-Dspark.maven.cacheDirectory=" + System.getProperty("faults.cache"));
    command.addAll(arguments);
    Path logs = Files.createDirectories(folder.resolveSibling("logs-" + folder.getFileName()));
    return MavenBuild.start(
        folder, logs.resolve(spark + "-" + name + ".log"), command, environment);
  }

  /** Returns the home that the plugin itself makes for an environment. */
  Path home(String environment, Map<String, String> variables)
      throws IOException, InterruptedException {
    MavenBuild build =
        build(
            "home-" + environment,
            List.of("-q", "spark:home", "-Dspark.maven.environment=" + environment),
            variables);
    if (build.await() != 0) {
      throw new AssertionError("no Spark home:\n" + build.text());
    }
    return Path.of(build.text().strip().lines().reduce("", (before, last) -> last));
  }

  private static void copy(Path source, Path target) throws IOException {
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(target.resolve(source.relativize(dir).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = target.resolve(source.relativize(file).toString());
            Files.deleteIfExists(copy);
            Files.copy(file, copy);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
