/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.ProgramCode;
import io.github.sparkmaven.program.code.Texts;
import io.github.sparkmaven.program.code.Value;
import java.util.Optional;
import java.util.OptionalInt;

/** What all rules ask of a program. */
record CodeFacts(ProgramCode program, Texts texts, Lineage lineage) {

  static CodeFacts of(ProgramCode program) {
    return new CodeFacts(program, new Texts(program), new Lineage(program));
  }

  /** Returns the one text that an argument of a call is, if that is certain. */
  Optional<String> text(Call call, int argument) {
    return argument < call.arguments().size()
        ? texts.only(call.arguments().get(argument), call.within())
        : Optional.empty();
  }

  /** Says whether an argument is this number, whatever way the code takes. */
  boolean isNumber(Call call, int argument, int number) {
    return argument < call.arguments().size()
        && call.arguments().get(argument) instanceof Value.Constant constant
        && constant.content().equals(number);
  }

  Finding finding(Rule rule, Call call, String what, String fix) {
    return new Finding(rule, place(call.within().owner(), call.line()), what, fix);
  }

  /** Returns a place in a class, as its reader knows it: the source file beside its package. */
  Place place(String owner, OptionalInt line) {
    String folder = owner.substring(0, owner.lastIndexOf('/') + 1);
    String file =
        program
            .find(owner)
            .flatMap(type -> type.sourceFile())
            .map(source -> folder + source)
            .orElse(owner + ".class");
    return new Place(file, Optional.of(readable(owner)), line);
  }

  // Scala's objects have a class of their own, named Job$; Scala 2.11's functions, Job$$anonfun$1.
  private static String readable(String owner) {
    String name = owner.replace('/', '.').replaceAll("\\$\\$anonfun\\$.*", "");
    return name.endsWith("$") ? name.substring(0, name.length() - 1) : name;
  }
}
