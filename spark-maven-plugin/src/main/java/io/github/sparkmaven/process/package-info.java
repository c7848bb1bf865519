/* SPDX-License-Identifier: Apache-2.0 */
/** Child processes: started, followed, and ended with all their descendants. */
@NullMarked
package io.github.sparkmaven.process;

import org.jspecify.annotations.NullMarked;
