/* SPDX-License-Identifier: Apache-2.0 */
/** The mojos: the edge to Maven. */
@NullMarked
package io.github.sparkmaven.maven;

import org.jspecify.annotations.NullMarked;
