/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.ClusterParameter;
import io.github.sparkmaven.maven.parameter.EnvironmentParameter;
import io.github.sparkmaven.maven.parameter.JobParameter;
import io.github.sparkmaven.maven.parameter.PythonParameter;
import io.github.sparkmaven.maven.parameter.WorkloadParameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the POM's configuration says, as far as all goals share it; the mojo's parameters describe
 * each.
 *
 * @param job what is to run
 * @param jobs what is to run, by name
 * @param cluster the hardware
 * @param workload what is known of the job
 * @param conf Spark settings
 * @param allowedKeys the job's own keys
 * @param environments what differs in each environment
 * @param defaultEnvironment the environment used unless another is named
 * @param python the module's Python
 * @param sparkVersion the version where no dependency says it
 * @param sparkHome a Spark distribution
 * @param sparkConfDir the site's configuration folder
 * @param cacheDirectory the cache folder
 */
record Declaration(
    JobParameter job,
    Map<String, JobParameter> jobs,
    Optional<ClusterParameter> cluster,
    Optional<WorkloadParameter> workload,
    Properties conf,
    List<String> allowedKeys,
    Map<String, EnvironmentParameter> environments,
    String defaultEnvironment,
    Optional<PythonParameter> python,
    Optional<String> sparkVersion,
    Optional<Path> sparkHome,
    Optional<Path> sparkConfDir,
    Optional<Path> cacheDirectory) {}
