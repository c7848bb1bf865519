/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A job that has succeeded; every other outcome is an exception.
 *
 * @param applicationId Spark's id of the application, where the driver's log names it
 * @param log the driver's log
 */
public record SubmitResult(Optional<String> applicationId, Path log) {}
