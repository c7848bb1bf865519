/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.Coordinates;
import io.github.sparkmaven.maven.parameter.SubmitDeclaration;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.CandidateJar;
import io.github.sparkmaven.program.JarChoice;
import io.github.sparkmaven.program.MainClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Finds the program that is to be submitted: a packaged jar, an artifact, or a resource.
 *
 * @param context the project, or Maven's stand-in where there is none
 */
record ProgramFinder(ProjectContext context, NamedJob job) {
  private static final String ARTIFACT = "submit/artifact";

  /**
   * Finds it.
   *
   * @return nothing when the module has no job
   * @throws InputException if it is not there, or what is there cannot be submitted
   */
  Optional<SubmittedProgram> find(SubmitDeclaration.What what) {
    PackagedJob.refusePython(job);
    if (what.artifact().isPresent()) {
      return Optional.of(ofArtifact(what.artifact().get()));
    }
    if (what.resource().isPresent()) {
      return Optional.of(ofResource(what.resource().get()));
    }
    if (context.isWithoutProject()) {
      throw new InputException(
          ARTIFACT,
          "is missing, and there is no project in " + context.session().getExecutionRootDirectory(),
          "Give -Dspark.maven.submit.artifact=groupId:artifactId:version, or call it in a project");
    }
    PackagedJob packaged = new PackagedJob(context, job, what.classifier());
    return packaged
        .mainClass()
        .map(
            mainClass ->
                SubmittedProgram.ofJar(context, context, packaged.jar(mainClass), mainClass));
  }

  private SubmittedProgram ofArtifact(Coordinates coordinates) {
    Artifact artifact =
        new DefaultArtifact(
            coordinates.group(),
            coordinates.artifact(),
            coordinates.classifier(),
            "jar",
            coordinates.version());
    Path jar = context.resolver().namedJar(artifact, ARTIFACT);
    JarChoice choice =
        new JarChoice(List.of(new CandidateJar(jar, Optional.empty())), Optional.empty());
    String mainClass =
        PackagedJob.given(context, job)
            .or(choice::mainClass)
            .orElseGet(() -> onlyMainClass(coordinates, jar));
    ProjectContext ofPom = StandInProject.of(context, artifact);
    // A POM that names no Spark leaves the question to the project that submits.
    boolean asks = ofPom.spark().isEmpty() && !context.isWithoutProject();
    return SubmittedProgram.ofJar(asks ? context : ofPom, ofPom, choice.jar(mainClass), mainClass);
  }

  private static String onlyMainClass(Coordinates coordinates, Path jar) {
    List<String> found = MainClasses.inJar(jar, name -> true);
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new InputException(
        "job/mainClass",
        "is missing, and the manifest of "
            + coordinates
            + " names none; "
            + (found.isEmpty() ? "no class in it has" : found.size() + " classes in it have")
            + " a main method",
        "Give -Dspark.maven.mainClass=" + (found.isEmpty() ? "NAME" : found.get(0)));
  }

  private SubmittedProgram ofResource(String resource) {
    Supplier<InputException> missing =
        () ->
            new InputException(
                job.where() + "/mainClass",
                "is missing, and '" + resource + "' cannot be looked into",
                "Give it, or -Dspark.maven.mainClass=com.acme.Job");
    String mainClass = PackagedJob.given(context, job).orElseThrow(missing);
    return SubmittedProgram.ofResource(
        context.isWithoutProject() ? StandInProject.ofFolder(context) : context,
        resource,
        mainClass);
  }
}
