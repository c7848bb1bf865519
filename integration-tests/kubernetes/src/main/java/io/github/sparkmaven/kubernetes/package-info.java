/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A double of a Kubernetes cluster, for where none can run: its API, as far as spark-submit and a
 * driver use it, and a kubelet whose containers are processes of this machine.
 */
@NullMarked
package io.github.sparkmaven.kubernetes;

import org.jspecify.annotations.NullMarked;
