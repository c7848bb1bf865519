/* SPDX-License-Identifier: Apache-2.0 */
/** The plan as a page for people: one file, nothing loaded from anywhere. */
@NullMarked
package io.github.sparkmaven.plan.html;

import org.jspecify.annotations.NullMarked;
