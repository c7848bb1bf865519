/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.HomeJvm;
import java.nio.file.Path;

/**
 * What is submitted, where to, and how it is followed.
 *
 * @param target the cluster, with the whole configuration that the job gets
 * @param jvm the Spark home, the JDK and the environment that spark-submit runs with
 * @param submissions the folder of the ledger; each submission has a folder of its own in it
 * @param workingFolder where spark-submit runs
 * @param steps how whoever asked is told what to do next
 */
public record SubmitRequest(
    Project project,
    Application application,
    Target target,
    SparkVersion spark,
    HomeJvm jvm,
    Path submissions,
    Path workingFolder,
    SubmitOptions options,
    NextSteps steps) {}
