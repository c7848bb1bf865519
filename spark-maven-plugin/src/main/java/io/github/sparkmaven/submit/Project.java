/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.util.Optional;

/**
 * Whose submission it is: two of the same project, job and environment must not run at once.
 *
 * @param coordinates {@code groupId:artifactId}
 * @param job the name among several jobs
 */
public record Project(String coordinates, Optional<String> job, String environment) {}
