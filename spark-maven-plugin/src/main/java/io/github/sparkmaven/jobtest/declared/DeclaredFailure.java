/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import java.util.Optional;

/**
 * How a job is to fail.
 *
 * @param exitCode with which exit code of spark-submit; any but 0 where none is given
 * @param message what its exception or its log is to hold
 */
record DeclaredFailure(Optional<Integer> exitCode, Optional<String> message) {}
