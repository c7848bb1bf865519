/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import java.nio.file.Path;

/**
 * A folder that {@code spark-submit} can be run from.
 *
 * @param path the folder
 * @param origin where it was found, for the log
 */
public record SparkHome(Path path, String origin) {}
