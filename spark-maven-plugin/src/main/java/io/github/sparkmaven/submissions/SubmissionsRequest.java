/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.Target;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Which submissions are meant.
 *
 * @param ledger the ledger's folder
 * @param projects the tags of the project's jobs in the chosen environment
 * @param environment the chosen environment
 * @param parameter what a user names one by, as messages call it: {@code -Dspark.maven.submission}
 * @param submission the ledger's name of one, or the cluster's
 * @param target where the current plan would submit to, which is searched for what the ledger does
 *     not know; nothing where the plan cannot say
 * @param jvms how a manager's own client classes are run
 */
public record SubmissionsRequest(
    Path ledger,
    Set<String> projects,
    String environment,
    String parameter,
    Optional<String> submission,
    Optional<Target> target,
    HomeJvms jvms) {

  /** Copies the tags. */
  public SubmissionsRequest {
    projects = Set.copyOf(projects);
  }
}
