/* SPDX-License-Identifier: Apache-2.0 */
/** Rules on what is packaged: jars, what goes along with them, and how they are started. */
@NullMarked
package io.github.sparkmaven.check.packaging;

import org.jspecify.annotations.NullMarked;
