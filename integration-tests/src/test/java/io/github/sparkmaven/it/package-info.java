/* SPDX-License-Identifier: Apache-2.0 */
/** What the integration tests' scripts use: real clusters on this machine. */
@NullMarked
package io.github.sparkmaven.it;

import org.jspecify.annotations.NullMarked;
