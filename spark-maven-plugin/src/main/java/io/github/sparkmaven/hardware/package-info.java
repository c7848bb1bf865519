/* SPDX-License-Identifier: Apache-2.0 */
/** What a cluster offers, as validated records. */
@NullMarked
package io.github.sparkmaven.hardware;

import org.jspecify.annotations.NullMarked;
