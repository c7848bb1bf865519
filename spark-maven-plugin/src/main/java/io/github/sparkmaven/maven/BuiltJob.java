/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.JarContents;
import io.github.sparkmaven.program.MainClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The class that starts a job whose classes are built, and perhaps not packaged. */
record BuiltJob(ProjectContext context, NamedJob job) {

  /**
   * Returns the class to run: the given one, else the one class of the build with a main method,
   * else of several the one that the manifest of an earlier jar names.
   *
   * @return nothing when the module has no job
   * @throws InputException if several classes have a main method
   */
  Optional<String> mainClass() {
    return PackagedJob.given(context, job).or(this::found);
  }

  private Optional<String> found() {
    List<String> found =
        MainClasses.inFolder(Path.of(context.project().getBuild().getOutputDirectory()));
    if (found.size() <= 1) {
      return found.stream().findFirst();
    }
    return ofManifest(found)
        .or(
            () -> {
              throw new InputException(
                  job.where() + "/mainClass",
                  "is missing, and several classes have a main method: " + String.join(", ", found),
                  "Give one of them, or -Dspark.maven.mainClass=" + found.get(0));
            });
  }

  private Optional<String> ofManifest(List<String> found) {
    return new PackagedJars(context.project())
        .all().stream()
            .filter(jar -> jar.classifier().isEmpty())
            .flatMap(jar -> JarContents.of(jar.file()).mainClass().stream())
            .filter(found::contains)
            .findFirst();
  }
}
