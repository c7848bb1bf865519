/* SPDX-License-Identifier: Apache-2.0 */
/** The configure goal: writes the plan of an environment. */
@NullMarked
package io.github.sparkmaven.configure;

import org.jspecify.annotations.NullMarked;
