/* SPDX-License-Identifier: Apache-2.0 */
/** From a request to a plan, and the plan's files; what every goal that starts Spark calls. */
@NullMarked
package io.github.sparkmaven.plan;

import org.jspecify.annotations.NullMarked;
