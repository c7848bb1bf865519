/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

/**
 * A part of an executor's memory.
 *
 * @param style the style class that colours it
 * @param name what it is
 * @param mib its size in MiB
 * @param how its formula with the numbers put in
 */
record MemoryPart(String style, String name, long mib, String how) {}
