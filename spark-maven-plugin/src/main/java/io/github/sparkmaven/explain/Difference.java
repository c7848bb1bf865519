/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import java.util.Optional;

/**
 * A key that two configurations give different values.
 *
 * @param key the key
 * @param here what is explained; empty where nobody sets it
 * @param there the other's value as it may be shown; empty where it has none
 * @param byDefault Spark's default, which holds on the side that does not set it; empty where there
 *     is none
 */
public record Difference(
    String key, Optional<Claim> here, Optional<String> there, Optional<String> byDefault) {}
