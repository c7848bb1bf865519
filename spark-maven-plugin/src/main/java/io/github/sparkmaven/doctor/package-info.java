/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The goal {@code doctor}: what on this machine and in this project would make Spark fail. It
 * changes nothing.
 */
@NullMarked
package io.github.sparkmaven.doctor;

import org.jspecify.annotations.NullMarked;
