/* SPDX-License-Identifier: Apache-2.0 */
/** What pages for people are written with. */
@NullMarked
package io.github.sparkmaven.html;

import org.jspecify.annotations.NullMarked;
