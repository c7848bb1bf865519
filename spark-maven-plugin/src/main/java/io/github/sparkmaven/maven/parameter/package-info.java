/* SPDX-License-Identifier: Apache-2.0 */
/** POM beans: what a user writes, turned into the core's records. */
@NullMarked
package io.github.sparkmaven.maven.parameter;

import org.jspecify.annotations.NullMarked;
