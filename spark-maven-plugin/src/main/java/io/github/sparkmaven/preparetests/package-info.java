/* SPDX-License-Identifier: Apache-2.0 */
/** The prepare-tests goal: gives the JVMs of other test plugins what Spark needs. */
@NullMarked
package io.github.sparkmaven.preparetests;

import org.jspecify.annotations.NullMarked;
