/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.python.PythonLayout;
import io.github.sparkmaven.python.PythonSources;
import io.github.sparkmaven.python.SourceZip;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Packs the module's Python sources into a zip that Python imports from, and attaches it with the
 * classifier {@code python}; Python jobs of modules that depend on it take it along.
 *
 * @since 0.1.0
 */
@Mojo(name = "package-python", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackagePythonMojo extends AbstractSparkMojo {
  /** What the artifact is attached and depended on as. */
  static final String CLASSIFIER = "python";

  /**
   * Whether to do nothing; also {@code -Dspark.maven.packagePython.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipPackagePython;

  @Inject private MavenProjectHelper projectHelper;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("packagePython.skip", skipPackagePython);
  }

  @Override
  void runGoal(ProjectContext context) {
    PythonLayout layout = new PythonOfProject(context).layout();
    List<Path> sources = PythonSources.of(layout);
    if (sources.isEmpty()) {
      getLog().info("No Python sources: passed over");
      return;
    }
    Path zip =
        context
            .target()
            .resolve(context.project().getBuild().getFinalName() + "-" + CLASSIFIER + ".zip");
    SourceZip.write(
        zip,
        layout.sources().orElseThrow(),
        sources,
        new OutputTimestamp(context.project().getProperties()).inUtc());
    projectHelper.attachArtifact(context.project(), "zip", CLASSIFIER, zip.toFile());
    getLog()
        .info(
            "Written, and attached as "
                + CLASSIFIER
                + ": "
                + zip
                + " ("
                + sources.size()
                + " files, "
                + layout.toString(", ")
                + ")");
  }
}
