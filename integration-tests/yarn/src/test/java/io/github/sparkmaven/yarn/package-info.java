/* SPDX-License-Identifier: Apache-2.0 */
/** What the real YARN schedulers grant, the laws behind it, and whole jobs on a real YARN. */
@NullMarked
package io.github.sparkmaven.yarn;

import org.jspecify.annotations.NullMarked;
