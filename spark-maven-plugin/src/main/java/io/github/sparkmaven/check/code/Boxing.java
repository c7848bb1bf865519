/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.Value;
import java.util.Set;

/** Knows the calls that the compilers put around numbers. */
final class Boxing {
  private static final String LANG = "java/lang/";
  private static final Set<String> NUMBERS =
      Set.of(LANG + "Integer", LANG + "Long", LANG + "Double", LANG + "Float", LANG + "Short");
  private static final Set<String> METHODS =
      Set.of("valueOf", "intValue", "longValue", "doubleValue", "floatValue", "shortValue");

  private Boxing() {}

  static boolean is(Call call) {
    String owner = call.method().owner();
    String name = call.method().name();
    return owner.equals("scala/runtime/BoxesRunTime")
        ? name.startsWith("boxTo") || name.startsWith("unboxTo")
        : METHODS.contains(name)
            && !call.method().descriptor().startsWith("(Ljava/lang/String;")
            && (NUMBERS.contains(owner) || owner.equals(LANG + "Number"));
  }

  /** Returns a value without what is put around it. */
  static Value inner(Value value) {
    if (value instanceof Value.Result result && is(result.call())) {
      Call call = result.call();
      return inner(call.receiver().orElseGet(() -> call.arguments().get(0)));
    }
    return value;
  }

  /** Says whether a type, as a descriptor has it, is a number. */
  static boolean isNumber(String type) {
    return type.length() == 1
        ? "IJDFS".contains(type)
        : type.startsWith("L") && NUMBERS.contains(type.substring(1, type.length() - 1));
  }
}
