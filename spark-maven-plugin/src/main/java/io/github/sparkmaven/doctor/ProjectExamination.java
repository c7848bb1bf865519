/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.plan.Plan;
import java.util.List;

/** Says what the project is, or what keeps the goals from their work. */
record ProjectExamination(DoctorRequest.Project project) implements Examination {
  private static final String PLAN = "plan";

  @Override
  public String id() {
    return PLAN;
  }

  @Override
  public List<Finding> findings() {
    if (!project.problems().isEmpty()) {
      return project.problems().stream()
          .map(problem -> Finding.error(PLAN, problem, "No goal can plan or submit the job."))
          .toList();
    }
    if (project.spark().isEmpty()) {
      return List.of(
          Finding.note(
              PLAN,
              "the project shows no Spark",
              "Only the machine is looked at. The version is read from the dependencies, a pin of"
                  + " pyspark, or sparkVersion."));
    }
    Finding plan = project.plan().map(this::planned).orElseGet(this::unplanned);
    return project.plan().isPresent() && project.target().isEmpty()
        ? List.of(plan, withoutMaster())
        : List.of(plan);
  }

  private Finding planned(Plan plan) {
    return Finding.ok(
        PLAN,
        "Spark "
            + plan.spark()
            + ", environment "
            + plan.environment()
            + ": "
            + project.target().map(Target::toString).orElse(plan.cluster().manager().label()));
  }

  private static Finding withoutMaster() {
    return Finding.warning(
        PLAN,
        "cluster/master: is missing",
        "What it names cannot be looked at, and spark:submit refuses.",
        "Give it in the POM, as in <master>spark://host:7077</master>, or"
            + " -Dspark.master=spark://host:7077");
  }

  private Finding unplanned() {
    return Finding.ok(PLAN, "Spark " + project.spark().orElseThrow());
  }
}
