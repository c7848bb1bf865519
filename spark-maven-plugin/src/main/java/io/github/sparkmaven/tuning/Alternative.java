/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

/**
 * A layout that was weighed and not chosen.
 *
 * @param layout the layout
 * @param reason why it lost
 */
public record Alternative(Layout layout, String reason) {}
