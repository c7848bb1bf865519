/* SPDX-License-Identifier: Apache-2.0 */
/** What a real standalone master grants, the law that says so, and the proof that they agree. */
@NullMarked
package io.github.sparkmaven.standalone;

import org.jspecify.annotations.NullMarked;
