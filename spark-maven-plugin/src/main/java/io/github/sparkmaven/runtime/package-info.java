/* SPDX-License-Identifier: Apache-2.0 */
/** A local Spark JVM: its module options and its command line. */
@NullMarked
package io.github.sparkmaven.runtime;

import org.jspecify.annotations.NullMarked;
