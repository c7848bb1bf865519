/* SPDX-License-Identifier: Apache-2.0 */
/** Kubernetes, asked through the home's own API client. */
@NullMarked
package io.github.sparkmaven.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;
