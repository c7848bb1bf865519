/* SPDX-License-Identifier: Apache-2.0 */
/** Asks a manager through the client classes of a Spark home, in a JVM of their own. */
@NullMarked
package io.github.sparkmaven.cluster.enquiry;

import org.jspecify.annotations.NullMarked;
