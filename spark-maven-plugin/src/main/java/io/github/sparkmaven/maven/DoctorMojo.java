/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.doctor.Doctor;
import io.github.sparkmaven.doctor.DoctorRequest;
import io.github.sparkmaven.doctor.DoctorResult;
import io.github.sparkmaven.doctor.Report;
import io.github.sparkmaven.doctor.Surroundings;
import io.github.sparkmaven.maven.parameter.DoctorParameter;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import java.time.Duration;
import java.util.Optional;
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
   * From which gravity on a finding fails the build ({@code failOn}), how long looking may take
   * ({@code timeout}), and whether JSON is printed ({@code json}); each also {@code
   * -Dspark.maven.doctor.<name>}.
   *
   * @since 0.1.0
   */
  @Parameter private @Nullable DoctorParameter doctor;

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
        DoctorParameters.read(
            context.userProperties(), Optional.ofNullable(doctor).orElseGet(DoctorParameter::new));
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
    show(looked, result, parameters.json());
    parameters.failOn().refuse(result);
  }

  private void show(ProjectContext context, DoctorResult result, boolean json) {
    if (json) {
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
