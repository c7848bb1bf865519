/* SPDX-License-Identifier: Apache-2.0 */
/** What the Hadoop configuration files of a site say of its YARN cluster. */
@NullMarked
package io.github.sparkmaven.hardware.site;

import org.jspecify.annotations.NullMarked;
