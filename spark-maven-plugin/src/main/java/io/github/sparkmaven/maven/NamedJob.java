/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.maven.parameter.JobParameter;
import java.util.Optional;

/**
 * A job of the POM.
 *
 * @param name its name; none where the POM has but one
 * @param parameter what the POM says of it, the environment's part laid over
 */
record NamedJob(Optional<String> name, JobParameter parameter) {

  /** Returns where the POM's configuration declares it. */
  String where() {
    return name.map(own -> "jobs/" + own).orElse("job");
  }
}
