/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which methods a program may run when it starts at a main class.
 *
 * <p>A call runs the method and all that override it (class hierarchy analysis: Dean, Grove and
 * Chambers, ECOOP 1995). Of a class that is made, all methods count when it extends or implements
 * what is not the program's, because who calls them cannot be seen. What only reflection finds is
 * missed.
 */
public final class Reachability {
  private static final String LAZY = "$lzycompute";
  private static final String OBJECT = "java/lang/Object";

  private final ProgramCode program;
  private final Map<MethodId, CodeMethod> reached = new LinkedHashMap<>();
  private final Set<MethodId> always = new HashSet<>();
  private final Set<String> initialized = new HashSet<>();
  private final Deque<CodeMethod> open = new ArrayDeque<>();

  private Reachability(ProgramCode program) {
    this.program = program;
  }

  /**
   * Follows a program.
   *
   * @param mainClass the class that is started, with dots
   */
  public static Reachability from(ProgramCode program, String mainClass) {
    Reachability found = new Reachability(program);
    String owner = mainClass.replace('.', '/');
    found.initialize(owner);
    MethodId main = new MethodId(owner, "main", "([Ljava/lang/String;)V");
    program.resolve(main).ifPresent(found::reach);
    found.follow();
    found.followAlways(main, owner);
    return found;
  }

  /** Returns what may run, in the order in which it was found. */
  public Stream<CodeMethod> methods() {
    return reached.values().stream();
  }

  /** Returns the calls that may run. */
  public Stream<Call> calls() {
    return methods().flatMap(method -> method.calls().stream());
  }

  /** Says whether a call runs in every run of the program that ends well. */
  public boolean isAlways(Call call) {
    return runsAlways(call) && always.contains(call.within());
  }

  private void follow() {
    while (!open.isEmpty()) {
      CodeMethod method = open.pop();
      method.calls().forEach(this::reach);
      method.lambdas().forEach(lambda -> reach(lambda.method()));
      Stream.concat(
              method.writes().stream()
                  .map(FieldWrite::value)
                  .filter(Value.FieldRead.class::isInstance),
              method.returned().stream().filter(Value.FieldRead.class::isInstance))
          .forEach(value -> initialize(((Value.FieldRead) value).field().owner()));
    }
  }

  private void reach(Call call) {
    initialize(call.method().owner());
    program.targets(call).forEach(this::reach);
    Stream.concat(call.receiver().stream(), call.arguments().stream())
        .flatMap(value -> value.alternatives().stream())
        .forEach(this::initializeReadOwner);
    if (call.method().isConstructor()) {
      instantiate(call.method().owner());
    }
  }

  private void initializeReadOwner(Value value) {
    if (value instanceof Value.FieldRead read) {
      initialize(read.field().owner());
    }
  }

  private void reach(MethodId id) {
    initialize(id.owner());
    program.resolve(id).ifPresent(this::reach);
  }

  private void reach(CodeMethod method) {
    if (reached.putIfAbsent(method.id(), method) == null) {
      open.push(method);
    }
  }

  private void initialize(String owner) {
    if (initialized.add(owner)) {
      program.find(owner).stream()
          .flatMap(type -> type.methods().stream())
          .filter(method -> method.id().name().equals("<clinit>"))
          .forEach(this::reach);
    }
  }

  private void instantiate(String owner) {
    if (isCalledFromOutside(owner)) {
      program.find(owner).stream().flatMap(type -> type.methods().stream()).forEach(this::reach);
    }
  }

  private boolean isCalledFromOutside(String owner) {
    Optional<CodeClass> type = program.find(owner);
    return type.stream()
        .flatMap(each -> Stream.concat(each.superName().stream(), each.interfaces().stream()))
        .anyMatch(
            above ->
                !above.equals(OBJECT)
                    && (program.find(above).isEmpty() || isCalledFromOutside(above)));
  }

  // A method runs always where a call that runs always can only mean this one.
  private void followAlways(MethodId main, String owner) {
    Deque<MethodId> surely = new ArrayDeque<>(List.of(main, initializer(owner)));
    surely.addAll(bodyOfScalaApp(owner + "$"));
    while (!surely.isEmpty()) {
      MethodId id = surely.pop();
      program
          .resolve(id)
          .filter(method -> always.add(method.id()))
          .ifPresent(method -> surely.addAll(surelyCalled(method)));
    }
  }

  private List<MethodId> surelyCalled(CodeMethod method) {
    return method.calls().stream()
        .filter(this::runsAlways)
        .flatMap(
            call ->
                Stream.concat(
                    Stream.of(initializer(call.method().owner())),
                    program.targets(call).stream().map(CodeMethod::id).filter(id -> isOnly(call))))
        .toList();
  }

  private boolean isOnly(Call call) {
    return program.targets(call).size() == 1;
  }

  // scalac makes a lazy val a method that asks whether it ran before, the only question in it.
  private boolean runsAlways(Call call) {
    return call.isAlways()
        || call.method().name().endsWith(LAZY)
        || (call.within().name().endsWith(LAZY)
            && program
                .resolve(call.within())
                .filter(it -> it.comparisons().size() == 1)
                .isPresent());
  }

  private static MethodId initializer(String owner) {
    return new MethodId(owner, "<clinit>", "()V");
  }

  /** The compiler moves the body of an object that extends App to where App.main runs it. */
  private List<MethodId> bodyOfScalaApp(String owner) {
    return program.find(owner).stream()
        .filter(type -> type.interfaces().contains("scala/App"))
        .flatMap(type -> type.methods().stream())
        .map(CodeMethod::id)
        .filter(id -> id.name().startsWith("delayedEndpoint$"))
        .toList();
  }
}
