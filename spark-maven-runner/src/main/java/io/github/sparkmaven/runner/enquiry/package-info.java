/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Asks a cluster manager with the client classes of a Spark home, for the plugin's cluster package.
 */
@NullMarked
package io.github.sparkmaven.runner.enquiry;

import org.jspecify.annotations.NullMarked;
