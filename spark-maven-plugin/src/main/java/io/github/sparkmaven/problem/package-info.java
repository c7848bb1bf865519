/* SPDX-License-Identifier: Apache-2.0 */
/** What a user is told when something is wrong: collected, and thrown once. */
@NullMarked
package io.github.sparkmaven.problem;

import org.jspecify.annotations.NullMarked;
