/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import java.nio.file.Path;

/**
 * A jar of the Spark home.
 *
 * @param coordinates {@code groupId:artifactId:version}, with type and classifier before the
 *     version where these are not the usual ones
 * @param repositoryPath where a Maven repository has it
 * @param file where it is on this machine
 */
public record HomeJar(String coordinates, String repositoryPath, Path file) {}
