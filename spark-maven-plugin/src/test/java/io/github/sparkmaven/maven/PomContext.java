/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.JobParameter;
import io.github.sparkmaven.maven.parameter.PythonParameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The context of a project whose resolver and toolchains are not asked. */
final class PomContext {
  private final MavenProject project;
  private final Properties user;
  private JobParameter job = new JobParameter();
  private Optional<PythonParameter> python = Optional.empty();
  private Optional<String> sparkVersion = Optional.empty();
  private @Nullable MavenSession session;

  /**
   * Begins with a POM that declares nothing.
   *
   * @param user the properties of Maven's command line
   */
  PomContext(MavenProject project, Properties user) {
    this.project = project;
    this.user = user;
  }

  PomContext with(JobParameter declared) {
    job = declared;
    return this;
  }

  PomContext with(Optional<PythonParameter> declared, Optional<String> version) {
    python = declared;
    sparkVersion = version;
    return this;
  }

  PomContext in(MavenSession of) {
    session = of;
    return this;
  }

  @SuppressWarnings("NullAway") // what is not asked need not be there
  ProjectContext get() {
    return new ProjectContext(
        session,
        project,
        new UserProperties(user),
        null,
        null,
        new Declaration(
            job,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            new Properties(),
            List.of(),
            Map.of(),
            "default",
            python,
            sparkVersion,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
