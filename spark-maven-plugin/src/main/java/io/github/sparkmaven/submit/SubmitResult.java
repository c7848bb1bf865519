/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationState;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a submission that did not fail.
 *
 * @param state {@link ApplicationState#SUCCEEDED}, unless it was not to be followed to its end
 */
public record SubmitResult(
    String submission, ApplicationState state, Optional<String> applicationId, Path log) {

  /** Returns it in a sentence. */
  public String summary() {
    return (state == ApplicationState.SUCCEEDED
            ? "Succeeded"
            : "Submitted, and " + state.name().toLowerCase(Locale.ROOT))
        + applicationId.map(id -> ": " + id).orElse("")
        + "; the driver's log is "
        + log;
  }
}
