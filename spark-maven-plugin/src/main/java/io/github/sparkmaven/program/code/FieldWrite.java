/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

/** A value put into a field. */
public record FieldWrite(FieldId field, Value value) {}
