/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;

/**
 * The project whose job is submitted when it is not the one that Maven runs in: it has the
 * dependencies of an artifact's POM, and the folder, the properties and the repositories of where
 * Maven runs.
 */
final class StandInProject {
  private StandInProject() {}

  /** Returns a context in which an artifact's POM says which Spark it is and what the job needs. */
  static ProjectContext of(ProjectContext context, Artifact artifact) {
    ArtifactDescriptorResult pom = context.resolver().descriptor(artifact);
    Model model = new Model();
    model.setGroupId(artifact.getGroupId());
    model.setArtifactId(artifact.getArtifactId());
    model.setVersion(artifact.getVersion());
    pom.getDependencies().forEach(dependency -> model.addDependency(dependency(dependency)));
    DependencyManagement management = new DependencyManagement();
    pom.getManagedDependencies()
        .forEach(dependency -> management.addDependency(dependency(dependency)));
    model.setDependencyManagement(management);
    return context.with(inFolder(context, model));
  }

  /** Returns a context for the folder that Maven runs in, where that has no project. */
  static ProjectContext ofFolder(ProjectContext context) {
    Model model = new Model();
    model.setGroupId("no.project");
    model.setArtifactId(String.valueOf(folder(context).getFileName()));
    model.setVersion("0");
    return context.with(inFolder(context, model));
  }

  private static MavenProject inFolder(ProjectContext context, Model model) {
    MavenProject base = context.project();
    Path folder = folder(context);
    Path target =
        base.getBasedir() == null
            ? folder.resolve("target")
            : Path.of(base.getBuild().getDirectory());
    Build build = new Build();
    build.setDirectory(target.toString());
    build.setOutputDirectory(target.resolve("classes").toString());
    build.setFinalName(model.getArtifactId() + "-" + model.getVersion());
    model.setBuild(build);
    model.setPackaging("jar");
    model.setProperties(base.getProperties());
    MavenProject project = new MavenProject(model);
    project.setFile(folder.resolve("pom.xml").toFile());
    project.setRemoteArtifactRepositories(base.getRemoteArtifactRepositories());
    project.setArtifact(
        new org.apache.maven.artifact.DefaultArtifact(
            model.getGroupId(),
            model.getArtifactId(),
            model.getVersion(),
            null,
            "jar",
            null,
            new DefaultArtifactHandler("jar")));
    return project;
  }

  private static Path folder(ProjectContext context) {
    return Optional.ofNullable(context.project().getBasedir())
        .map(folder -> folder.toPath())
        .orElseGet(() -> Path.of(context.session().getExecutionRootDirectory()));
  }

  private static Dependency dependency(org.eclipse.aether.graph.Dependency of) {
    Dependency dependency = new Dependency();
    dependency.setGroupId(of.getArtifact().getGroupId());
    dependency.setArtifactId(of.getArtifact().getArtifactId());
    dependency.setVersion(of.getArtifact().getVersion());
    dependency.setType(of.getArtifact().getExtension());
    if (!of.getArtifact().getClassifier().isEmpty()) {
      dependency.setClassifier(of.getArtifact().getClassifier());
    }
    dependency.setScope(of.getScope());
    dependency.setOptional(of.isOptional());
    dependency.setExclusions(of.getExclusions().stream().map(StandInProject::exclusion).toList());
    return dependency;
  }

  private static Exclusion exclusion(org.eclipse.aether.graph.Exclusion of) {
    Exclusion exclusion = new Exclusion();
    exclusion.setGroupId(of.getGroupId());
    exclusion.setArtifactId(of.getArtifactId());
    return exclusion;
  }
}
