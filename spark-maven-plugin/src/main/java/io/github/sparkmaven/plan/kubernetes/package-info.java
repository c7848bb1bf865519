/* SPDX-License-Identifier: Apache-2.0 */
/** What a plan for Kubernetes needs beyond Spark's settings. */
@NullMarked
package io.github.sparkmaven.plan.kubernetes;

import org.jspecify.annotations.NullMarked;
