/* SPDX-License-Identifier: Apache-2.0 */
/** The goals status, kill and logs: of what was submitted, from another shell and another day. */
@NullMarked
package io.github.sparkmaven.submissions;

import org.jspecify.annotations.NullMarked;
