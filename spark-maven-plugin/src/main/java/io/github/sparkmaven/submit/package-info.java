/* SPDX-License-Identifier: Apache-2.0 */
/** The submit goal: submits the packaged job, follows it, and gives its verdict. */
@NullMarked
package io.github.sparkmaven.submit;

import org.jspecify.annotations.NullMarked;
