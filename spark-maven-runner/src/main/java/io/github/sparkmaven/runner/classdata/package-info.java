/* SPDX-License-Identifier: Apache-2.0 */
/** What runs inside the JVM that writes a class-data archive at its end. */
@NullMarked
package io.github.sparkmaven.runner.classdata;

import org.jspecify.annotations.NullMarked;
