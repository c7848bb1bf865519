/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the submit goal works on.
 *
 * @param plan the environment's plan
 * @param home finds or makes the Spark home; called once the request is known to be sound
 * @param java the JDK that spark-submit runs on
 * @param jar the packaged job
 * @param mainClass the class to run
 * @param folder where the driver's log is written
 * @param workingFolder the module's folder, in which the driver runs
 * @param confFolder the site's configuration folder, where one is declared
 * @param timeout how long the job may take
 */
public record SubmitRequest(
    Plan plan,
    Supplier<SparkHome> home,
    JavaHome java,
    Path jar,
    String mainClass,
    Path folder,
    Path workingFolder,
    Optional<Path> confFolder,
    Optional<TimeLimit> timeout) {}
