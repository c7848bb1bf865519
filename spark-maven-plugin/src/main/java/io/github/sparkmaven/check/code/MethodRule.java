/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.CodeMethod;
import java.util.stream.Stream;

/** Looks for one fault in the bytecode of a method. */
interface MethodRule {

  /** Returns what it finds; where the code leaves a doubt, nothing. */
  Stream<Finding> judge(CodeMethod method);
}
