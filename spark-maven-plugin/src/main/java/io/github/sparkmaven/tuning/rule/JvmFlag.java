/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

/** Flags of a JVM and why they are given, with the arithmetic put in. */
record JvmFlag(String option, String reason) {}
