/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.export.ExportRequest;
import io.github.sparkmaven.export.FollowOptions;
import io.github.sparkmaven.export.HomeJar;
import io.github.sparkmaven.export.Origin;
import io.github.sparkmaven.export.Program;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import io.github.sparkmaven.submit.Application;
import io.github.sparkmaven.submit.SubmitOptions;
import io.github.sparkmaven.submit.SubmitRequest;
import io.github.sparkmaven.unit.TimeLimit;
import java.util.List;
import java.util.Locale;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;

/** Puts together what a bundle is made of, from what the submit goal would be asked to do. */
final class ExportRequests {
  private final ProjectContext context;
  private final ExportRequest.OwnJars own;

  ExportRequests(ProjectContext context, ExportRequest.OwnJars own) {
    this.context = context;
    this.own = own;
  }

  /**
   * Returns the request.
   *
   * @param submission what the submit goal would submit; nothing in it is run
   */
  ExportRequest of(SubmitRequest submission, PodTemplates pods) {
    MavenProject project = context.project();
    return new ExportRequest(
        new Origin(
            project.getGroupId(),
            project.getArtifactId(),
            project.getVersion(),
            submission.project().job(),
            submission.project().environment()),
        submission.spark(),
        submission.target(),
        program(submission.application()),
        options(submission.options()),
        submission.application().isPython()
            ? new PythonOfProject(context).requirementLines(submission.spark())
            : List.of(),
        submission.jvm().environment(),
        pods,
        home(submission),
        own,
        new ExportRequest.Places(context.baseFolder(), context.sparkFolder("export")),
        new OutputTimestamp(context.project().getProperties()).inUtc());
  }

  private static Program program(Application application) {
    return new Program(
        application.name(),
        application.mainClass(),
        application.resource(),
        application.arguments(),
        application.jars(),
        application.files(),
        application.archives(),
        application.pyFiles());
  }

  private static FollowOptions options(SubmitOptions options) {
    return new FollowOptions(
        label(options.waitFor()),
        options.timeout().map(TimeLimit::toString),
        label(options.onRunning()),
        options.proxyUser());
  }

  private static String label(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /** The home that this machine happens to have says nothing of the site's. */
  private List<HomeJar> home(SubmitRequest submission) {
    return context.declaresHome() || submission.application().isPython()
        ? List.of()
        : context.homeArtifacts(submission.spark(), submission.target().manager()).stream()
            .map(ExportRequests::homeJar)
            .toList();
  }

  private static HomeJar homeJar(Artifact artifact) {
    String classifier = artifact.getClassifier().isEmpty() ? "" : "-" + artifact.getClassifier();
    String path =
        artifact.getGroupId().replace('.', '/')
            + "/"
            + artifact.getArtifactId()
            + "/"
            + artifact.getBaseVersion()
            + "/"
            + artifact.getArtifactId()
            + "-"
            + artifact.getVersion()
            + classifier
            + "."
            + artifact.getExtension();
    return new HomeJar(coordinates(artifact), path, ArtifactResolver.file(artifact));
  }

  private static String coordinates(Artifact artifact) {
    String kind =
        artifact.getClassifier().isEmpty()
            ? ""
            : artifact.getExtension() + ":" + artifact.getClassifier() + ":";
    return artifact.getGroupId()
        + ":"
        + artifact.getArtifactId()
        + ":"
        + kind
        + artifact.getVersion();
  }
}
