/* SPDX-License-Identifier: Apache-2.0 */
/** Examinations, with fakes for the machine around them. */
@NullMarked
package io.github.sparkmaven.doctor;

import org.jspecify.annotations.NullMarked;
