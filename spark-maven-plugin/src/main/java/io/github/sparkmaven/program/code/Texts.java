/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works out which texts a value may be: constants, followed through fields, simple methods,
 * parameters and concatenations.
 *
 * <p>An empty set means that it cannot be known; where one of several ways cannot be known, the
 * whole is not. A parameter is what the callers within the program give; a field is what the
 * program puts into it.
 */
public final class Texts {
  private static final int DEEPEST = 12;
  private static final int MOST = 8;
  // Where everything may call everything, a question would never end.
  private static final int MOST_STEPS = 2_000;
  private final ProgramCode program;
  private final CodeLinks links;

  /** Notes who calls whom, and who writes what. */
  public Texts(ProgramCode program) {
    this.program = program;
    this.links = new CodeLinks(program);
  }

  /**
   * Returns the texts that a value may be; none where that cannot be known.
   *
   * @param value a value in the method {@code within}
   */
  public Set<String> of(Value value, MethodId within) {
    return new Resolution().of(value, new Scope(within, Optional.empty()), 0);
  }

  /** Returns the one text that a value is, if that is certain. */
  public Optional<String> only(Value value, MethodId within) {
    Set<String> texts = of(value, within);
    return texts.size() == 1 ? Optional.of(texts.iterator().next()) : Optional.empty();
  }

  /**
   * Returns the texts that two values of one method may be, caller by caller: a helper's key and
   * value belong together. Callers matter only where the values depend on them.
   */
  public List<Pair> pairs(Value first, Value second, MethodId within) {
    List<Call> known = links.callers(within);
    if (known.isEmpty() || !(isOfCaller(first) || isOfCaller(second))) {
      return List.of(new Pair(Optional.empty(), of(first, within), of(second, within)));
    }
    return known.stream()
        .map(
            call -> {
              Scope scope =
                  new Scope(
                      within,
                      Optional.of(new Caller(call, new Scope(call.within(), Optional.empty()))));
              return new Pair(
                  Optional.of(call),
                  new Resolution().of(first, scope, 0),
                  new Resolution().of(second, scope, 0));
            })
        .toList();
  }

  private static boolean isOfCaller(Value value) {
    if (value instanceof Value.Concatenation text) {
      return text.parts().stream().anyMatch(Texts::isOfCaller);
    } else if (value instanceof Value.Result result) {
      return Stream.concat(result.call().receiver().stream(), result.call().arguments().stream())
          .anyMatch(Value.Argument.class::isInstance);
    }
    return value.alternatives().stream().anyMatch(Value.Argument.class::isInstance);
  }

  /**
   * What two values may be.
   *
   * @param caller the call that gives them, where they depend on one
   * @param first the texts of the first; none where it cannot be known
   * @param second the texts of the second
   */
  public record Pair(Optional<Call> caller, Set<String> first, Set<String> second) {
    /** Copies the sets. */
    public Pair {
      first = Set.copyOf(first);
      second = Set.copyOf(second);
    }
  }

  /** A method, and the call that led into it where that is known. */
  private record Scope(MethodId method, Optional<Caller> caller) {}

  private record Caller(Call call, Scope scope) {}

  /** One question; what is being worked out already is not asked again. */
  private final class Resolution {
    private final Set<Object> open = new HashSet<>();
    private int steps;

    Set<String> of(Value value, Scope scope, int depth) {
      if (depth > DEEPEST || ++steps > MOST_STEPS || !open.add(List.of(value, scope))) {
        return Set.of();
      }
      Set<String> found = resolve(value, scope, depth + 1);
      open.remove(List.of(value, scope));
      return found.size() > MOST ? Set.of() : found;
    }

    private Set<String> resolve(Value value, Scope scope, int depth) {
      if (value instanceof Value.Constant constant) {
        return Set.of(String.valueOf(constant.content()));
      } else if (value instanceof Value.Choice choice) {
        return all(choice.values().stream().map(each -> of(each, scope, depth)));
      } else if (value instanceof Value.Concatenation text) {
        return joined(text.parts(), scope, depth);
      } else if (value instanceof Value.FieldRead read) {
        return ofField(read.field(), depth);
      } else if (value instanceof Value.Argument argument) {
        return ofArgument(argument.index(), scope, depth);
      } else if (value instanceof Value.Result result) {
        return ofCall(result.call(), scope, depth);
      }
      return Set.of();
    }

    private Set<String> all(Stream<Set<String>> parts) {
      Set<String> texts = new LinkedHashSet<>();
      for (Iterator<Set<String>> each = parts.iterator(); each.hasNext(); ) {
        Set<String> part = each.next();
        if (part.isEmpty()) {
          return Set.of();
        }
        texts.addAll(part);
      }
      return texts;
    }

    private Set<String> joined(List<Value> parts, Scope scope, int depth) {
      Set<String> texts = Set.of("");
      for (Value part : parts) {
        Set<String> next = of(part, scope, depth);
        texts =
            texts.stream()
                .flatMap(text -> next.stream().map(more -> text + more))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (texts.isEmpty() || texts.size() > MOST) {
          return Set.of();
        }
      }
      return texts;
    }

    private Set<String> ofField(FieldId field, int depth) {
      Optional<String> constant = constant(field);
      if (constant.isPresent()) {
        return Set.of(constant.get());
      }
      return all(
          links.writes(field).stream()
              .map(write -> of(write.value(), new Scope(write.within(), Optional.empty()), depth)));
    }

    private Optional<String> constant(FieldId field) {
      return program
          .find(field.owner())
          .flatMap(type -> Optional.ofNullable(type.constants().get(field.name())))
          .map(String::valueOf);
    }

    private Set<String> ofArgument(int index, Scope scope, int depth) {
      if (scope.caller().isPresent()) {
        Caller caller = scope.caller().get();
        return argument(caller.call(), index, caller.scope(), depth);
      }
      return all(
          links.callers(scope.method()).stream()
              .map(
                  call ->
                      argument(call, index, new Scope(call.within(), Optional.empty()), depth)));
    }

    private Set<String> argument(Call call, int index, Scope scope, int depth) {
      return index < call.arguments().size()
          ? of(call.arguments().get(index), scope, depth)
          : Set.of();
    }

    private Set<String> ofCall(Call call, Scope scope, int depth) {
      List<CodeMethod> targets = program.targets(call);
      if (!targets.isEmpty()) {
        return all(
            targets.stream()
                .flatMap(
                    target -> {
                      Scope inside = new Scope(target.id(), Optional.of(new Caller(call, scope)));
                      return target.returned().stream().map(each -> of(each, inside, depth));
                    }));
      }
      return ofLibrary(call, scope, depth);
    }

    private Set<String> ofLibrary(Call call, Scope scope, int depth) {
      String name = call.method().owner() + "." + call.method().name();
      if (SameText.isOf(name)) {
        return Stream.concat(call.receiver().stream(), call.arguments().stream())
            .findFirst()
            .map(value -> of(value, scope, depth))
            .orElse(Set.of());
      }
      if (name.equals("java/lang/String.concat")) {
        return joined(
            List.of(call.receiver().orElseThrow(), call.arguments().get(0)), scope, depth);
      }
      return name.endsWith("StringBuilder.toString")
          ? call.receiver().map(value -> ofBuilder(value, scope, depth)).orElse(Set.of())
          : Set.of();
    }

    // What javac before 9 and scalac make of "a" + b: a chain of appends to a new builder.
    private Set<String> ofBuilder(Value builder, Scope scope, int depth) {
      if (builder instanceof Value.Created created) {
        return created
            .construction()
            .filter(call -> call.method().descriptor().equals("(Ljava/lang/String;)V"))
            .map(call -> of(call.arguments().get(0), scope, depth))
            .orElse(Set.of(""));
      }
      if (builder instanceof Value.Result result
          && result.call().method().name().equals("append")
          && result.call().arguments().size() == 1) {
        Set<String> before = ofBuilder(result.call().receiver().orElseThrow(), scope, depth);
        Set<String> more = of(result.call().arguments().get(0), scope, depth);
        return before.stream()
            .flatMap(text -> more.stream().map(end -> text + end))
            .collect(Collectors.toCollection(LinkedHashSet::new));
      }
      return Set.of();
    }
  }
}
