/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives the calls of a method their meaning: which define an entry, which retire a key. */
final class DefinitionCalls {
  private static final String CONFIG = "org/apache/spark/internal/config/";
  private static final Set<String> BUILDERS =
      Set.of(CONFIG + "ConfigBuilder", CONFIG + "ConfigBuilder$", CONFIG + "TypedConfigBuilder");
  // SQLConf's ways to a ConfigBuilder.
  private static final Set<String> STARTS = Set.of("buildConf", "buildStaticConf");
  private static final String STRING_OPS = "scala/collection/immutable/StringOps";
  private static final Set<String> STRING_BUILDERS =
      Set.of("java/lang/StringBuilder", "scala/collection/mutable/StringBuilder");

  private final TextStack stack;
  private final LastValue lastValue;
  private final RegistryDraft draft;
  private final Deque<List<Optional<String>>> concatenations = new ArrayDeque<>();
  private final List<Optional<String>> stored = new ArrayList<>();
  private Optional<EntryChain> chain = Optional.empty();
  private String unit = "";
  private boolean onlyLiterals = true;
  private Optional<String> wrapped = Optional.empty();

  DefinitionCalls(TextStack stack, LastValue lastValue, RegistryDraft draft) {
    this.stack = stack;
    this.lastValue = lastValue;
    this.draft = draft;
  }

  void sawField(String owner, String name) {
    if (owner.endsWith("/ByteUnit") || owner.endsWith("/TimeUnit")) {
      unit = name;
    }
  }

  /** Takes note of an element that is put into an array. */
  void stored(Optional<String> element) {
    stored.add(element);
  }

  /** Returns the text or the key that a call results in, if it is one that can be told. */
  Optional<String> call(
      String owner,
      String name,
      String descriptor,
      TextStack.Arguments arguments,
      Optional<String> receiver) {
    if (STRING_BUILDERS.contains(owner)) {
      return concatenate(name, arguments);
    }
    if (name.equals("key") && owner.startsWith(CONFIG)) {
      return receiver;
    }
    if (owner.equals(STRING_OPS)
        || owner.equals(STRING_OPS + "$")
        || name.equals("augmentString")) {
      return textOfLines(name, arguments);
    }
    if (name.equals("<init>") && owner.startsWith("org/apache/spark/")) {
      retire(owner, arguments);
    }
    if (isStart(owner, name, descriptor)) {
      chain = Optional.of(new EntryChain(arguments.text(0), kind(name)));
      endOfCall();
    } else if (BUILDERS.contains(owner)) {
      return inChain(name, arguments);
    } else if (!name.equals("wrapRefArray") && !name.equals("apply") && !name.equals("Set")) {
      onlyLiterals = false;
    }
    return Optional.empty();
  }

  private static boolean isStart(String owner, String name, String descriptor) {
    boolean takesKey = descriptor.startsWith("(Ljava/lang/String;)");
    boolean makesBuilder =
        (STARTS.contains(name) && descriptor.endsWith("/ConfigBuilder;"))
            || (owner.equals(CONFIG + "ConfigBuilder") && name.equals("<init>"))
            || (owner.equals(CONFIG + "ConfigBuilder$") && name.equals("apply"));
    return takesKey && makesBuilder;
  }

  private static KeyDetails.Kind kind(String start) {
    return switch (start) {
      case "buildStaticConf" -> KeyDetails.Kind.SQL_STATIC;
      case "buildConf" -> KeyDetails.Kind.SQL_RUNTIME;
      default -> KeyDetails.Kind.CORE;
    };
  }

  // """…""".stripMargin: Scala 2.12 wraps the text in an object, 2.13 hands it to a static method.
  private Optional<String> textOfLines(String name, TextStack.Arguments arguments) {
    switch (name) {
      case "augmentString" -> {
        return arguments.text(0);
      }
      case "<init>" -> wrapped = arguments.text(0);
      case "stripMargin" -> {
        return wrapped.map(DefinitionCalls::withoutMargin);
      }
      case "stripMargin$extension" -> {
        return arguments.text(0).map(DefinitionCalls::withoutMargin);
      }
      default -> {}
    }
    return Optional.empty();
  }

  private static String withoutMargin(String text) {
    return text.replaceAll("(?m)^[ \\t]*\\|", "");
  }

  private Optional<String> inChain(String name, TextStack.Arguments arguments) {
    Optional<EntryChain> current = chain;
    current.ifPresent(entry -> note(entry, name, arguments));
    endOfCall();
    if (!name.startsWith("create") && !name.equals("fallbackConf")) {
      return Optional.empty();
    }
    chain = Optional.empty();
    current.ifPresent(
        entry -> draft.define(entry, arguments.text(0).filter(t -> isFallback(name))));
    return current.flatMap(EntryChain::key);
  }

  private static boolean isFallback(String name) {
    return name.equals("fallbackConf");
  }

  private void note(EntryChain entry, String name, TextStack.Arguments arguments) {
    switch (name) {
      case "bytesConf" -> entry.measured(ValueType.BYTES, unit);
      case "timeConf" -> entry.measured(ValueType.TIME, unit);
      case "withAlternative" -> entry.alternative(arguments.text(0));
      case "checkValues" -> entry.values(literals());
      case "doc" -> entry.documented(arguments.text(0));
      case "version" -> entry.since(arguments.text(0));
      case "createWithDefault" -> entry.defaultValue(lastValue.get());
      case "createWithDefaultString" -> entry.defaultValue(arguments.text(0));
      default -> entry.called(name);
    }
  }

  /** Returns the elements of a set that is written out; nothing for one that is worked out. */
  private List<String> literals() {
    boolean whole = onlyLiterals && stored.stream().allMatch(Optional::isPresent);
    return whole ? stored.stream().flatMap(Optional::stream).toList() : List.of();
  }

  private void endOfCall() {
    stored.clear();
    onlyLiterals = true;
  }

  private Optional<String> concatenate(String name, TextStack.Arguments arguments) {
    switch (name) {
      case "<init>" -> {
        concatenations.push(new ArrayList<>());
        arguments.text(0).ifPresent(text -> concatenations.element().add(Optional.of(text)));
      }
      case "append" -> {
        if (!concatenations.isEmpty()) {
          concatenations.element().add(arguments.text(0));
        }
      }
      case "toString", "result" -> {
        return concatenations.isEmpty() ? Optional.empty() : joined(concatenations.pop());
      }
      default -> {}
    }
    return Optional.empty();
  }

  private Optional<String> joined(List<Optional<String>> parts) {
    StringBuilder text = new StringBuilder();
    for (Optional<String> part : parts) {
      if (part.isEmpty()) {
        draft.mention(text.toString());
        return Optional.empty();
      }
      text.append(part.get());
    }
    draft.mention(text.toString());
    return Optional.of(text.toString());
  }

  // SparkConf's DeprecatedConfig(key, version, message) and AlternateConfig(key, version, …), whose
  // map key is still on the stack; SQLConf's DeprecatedConfig and RemovedConfig(key, version,
  // defaultValue, comment).
  private void retire(String owner, TextStack.Arguments arguments) {
    Optional<String> key = arguments.text(0);
    String since = arguments.text(1).orElse("");
    if (key.isEmpty()) {
      return;
    }
    if (owner.endsWith("$DeprecatedConfig")) {
      String advice = arguments.text(2).orElse("");
      draft.retire(new RetiredKey(key.get(), since, advice, Optional.empty()));
    } else if (owner.endsWith("$RemovedConfig")) {
      String advice = arguments.text(3).orElse("");
      draft.retire(new RetiredKey(key.get(), since, advice, arguments.text(2)));
    } else if (owner.endsWith("$AlternateConfig")) {
      String advice = stack.peek().map(real -> "Use " + real + " instead.").orElse("");
      draft.retire(new RetiredKey(key.get(), since, advice, Optional.empty()));
    }
  }
}
