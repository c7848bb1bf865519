/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

/**
 * A field as an instruction names it.
 *
 * @param owner the class, with slashes
 * @param name its name
 */
public record FieldId(String owner, String name) {}
