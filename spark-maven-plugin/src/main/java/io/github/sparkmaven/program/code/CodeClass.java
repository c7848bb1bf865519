/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the code of a class does.
 *
 * @param name the class, with slashes
 * @param superName the class above it; empty of {@code Object} alone
 * @param interfaces what it implements
 * @param sourceFile the file that it was compiled from, without its folder
 * @param methods those that have code
 * @param constants its fields that are constants of the class file
 */
public record CodeClass(
    String name,
    Optional<String> superName,
    List<String> interfaces,
    Optional<String> sourceFile,
    List<CodeMethod> methods,
    Map<String, Object> constants) {
  /** Copies lists and map. */
  public CodeClass {
    interfaces = List.copyOf(interfaces);
    methods = List.copyOf(methods);
    constants = Map.copyOf(constants);
  }
}
