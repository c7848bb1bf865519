/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

/** How a build ended, and what it printed. */
record BuildEnd(int exitCode, String log) {}
