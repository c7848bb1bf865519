/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.doctor.Doctor;
import io.github.sparkmaven.doctor.DoctorRequest;
import io.github.sparkmaven.doctor.DoctorResult;
import io.github.sparkmaven.doctor.Report;
import io.github.sparkmaven.doctor.Surroundings;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import java.time.Duration;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what on this machine and in this project would make Spark fail, tells each with its
 * fix, and changes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
public final class DoctorMojo extends AbstractSparkMojo {
  // Of one host or program, so that several in a row stay within the limit of all.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /**
   * How the job is submitted, as {@code spark:submit} has it: principal, keytab and environment
   * variables matter here.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable SubmitParameter submit;

  /**
   * The gravity from which a finding fails the build: {@code error}, {@code warning} or {@code
   * never}; also {@code -Dspark.maven.doctor.failOn}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "error")
  private String failOn = "error";

  /**
   * How long looking may take in all, with its unit; what is not done by then is told. Also {@code
   * -Dspark.maven.doctor.timeout}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "10s")
  private String doctorTimeout = "10s";

  /**
   * Whether the findings go to standard output as JSON instead of to the log; also {@code
   * -Dspark.maven.doctor.json}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean doctorJson;

  /**
   * Whether to do nothing; also {@code -Dspark.maven.doctor.skip}.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean skipDoctor;

  @Override
  boolean skipsGoal(ProjectContext context) {
    return context.userProperties().flag("doctor.skip", skipDoctor);
  }

  /** The machine can be looked at anywhere; of a build's modules those with a job or Spark are. */
  @Override
  boolean servesPackagingPom(ProjectContext context) {
    return context.session().getProjects().size() == 1;
  }

  @Override
  boolean goesOnAfterFailure() {
    return true;
  }

  @Override
  void runGoal(ProjectContext context) {
    DoctorParameters parameters =
        DoctorParameters.read(context.userProperties(), failOn, doctorTimeout);
    ProjectContext looked = context.isWithoutProject() ? StandInProject.ofFolder(context) : context;
    DoctorRequests requests = new DoctorRequests(looked, submit, parameters.timeout());
    if (requests.isPassedOver()) {
      getLog().info("No job and no dependency on Spark: passed over");
      return;
    }
    DoctorRequest request = requests.request();
    Surroundings surroundings =
        Surroundings.ofThisMachine(PATIENCE).with(requests.submittedVariables());
    DoctorResult result = new Doctor(surroundings).run(request);
    show(looked, result);
    parameters.failOn().refuse(result);
  }

  private void show(ProjectContext context, DoctorResult result) {
    if (context.userProperties().flag("doctor.json", doctorJson)) {
      System.out.print(Report.json(context.project().getArtifactId(), result));
      return;
    }
    result
        .findings()
        .forEach(
            finding ->
                Report.lines(finding)
                    .forEach(
                        line -> {
                          switch (finding.severity()) {
                            case ERROR -> getLog().error(line);
                            case WARNING -> getLog().warn(line);
                            case NOTE, OK -> getLog().info(line);
                          }
                        }));
    getLog().info(Report.summary(result));
  }
}
