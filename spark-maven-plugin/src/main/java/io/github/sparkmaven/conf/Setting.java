/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

/**
 * One Spark setting and why it has its value.
 *
 * @param key Spark's name of it, {@code spark.executor.memory}
 * @param value the value as Spark reads it
 * @param layer where it comes from
 * @param reason the arithmetic with its numbers, or who asked for it
 * @param source where the rule or the key is documented
 */
public record Setting(String key, String value, Layer layer, String reason, String source) {}
