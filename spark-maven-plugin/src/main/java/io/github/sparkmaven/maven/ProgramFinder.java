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
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Finds the program that is to be submitted: a packaged jar, an artifact, or a resource.
 *
 * @param context the project, or Maven's stand-in where there is none
 * @param log hears of what takes long
 */
record ProgramFinder(ProjectContext context, NamedJob job, Log log) {
  private static final String ARTIFACT = "submit/artifact";

  /**
   * Finds it.
   *
   * @return nothing when the module has no job
   * @throws InputException if it is not there, or what is there cannot be submitted
   */
  Optional<SubmittedProgram> find(SubmitDeclaration.What what) {
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
    return packaged(what, PythonProgramFinder::find);
  }

  /**
   * Finds the packaged program for another machine.
   *
   * @return nothing when the module has no job
   * @throws InputException if it is not there, or what is there cannot be submitted
   */
  Optional<SubmittedProgram> findToTakeAway(SubmitDeclaration.What what) {
    return what.artifact().isPresent() || what.resource().isPresent()
        ? find(what)
        : packaged(what, PythonProgramFinder::findToTakeAway);
  }

  private Optional<SubmittedProgram> packaged(
      SubmitDeclaration.What what,
      Function<PythonProgramFinder, Optional<SubmittedProgram>> ofPython) {
    if (new PythonJob(context, job).isPython()) {
      return ofPython.apply(new PythonProgramFinder(context, job, log));
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
    ProjectContext there = context.isWithoutProject() ? StandInProject.ofFolder(context) : context;
    if (SubmittedProgram.isPython(resource)) {
      return SubmittedProgram.ofResource(
          there,
          resource,
          Optional.empty(),
          new PythonOfProject(there).environmentIfThere(there.requiredSpark(), log));
    }
    Supplier<InputException> missing =
        () ->
            new InputException(
                job.where() + "/mainClass",
                "is missing, and '" + resource + "' cannot be looked into",
                "Give it, or -Dspark.maven.mainClass=com.acme.Job");
    String mainClass = PackagedJob.given(context, job).orElseThrow(missing);
    return SubmittedProgram.ofResource(there, resource, Optional.of(mainClass), Optional.empty());
  }
}
