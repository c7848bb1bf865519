/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

/**
 * How a child process ended.
 *
 * @param exitCode its exit code; 128 + the signal's number where a signal ended it
 * @param timedOut whether we ended it because its time was up
 */
public record ProcessEnd(int exitCode, boolean timedOut) {}
