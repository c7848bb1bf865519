/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import io.github.sparkmaven.conf.registry.EditDistance;
import io.github.sparkmaven.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML file whose keys are known beforehand; what is wrong is noted with the file
 * and the line, and the rest read on.
 *
 * @param file for messages
 * @param path where in the file it stands, as in {@code outputs/clusters}; empty at the top
 * @param members by key
 */
record YamlElement(String file, String path, Map<String, Node> members, Problems problems) {
  private static final int FAR = 4;

  static YamlElement of(String file, String path, Node node, Problems problems) {
    Map<String, Node> members = new LinkedHashMap<>();
    YamlElement element = new YamlElement(file, path, members, problems);
    if (!(node instanceof MappingNode mapping)) {
      element.refuse(node, path, "is no mapping", "Give keys and values, as in 'name: value'");
      return element;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      String name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (members.put(name, tuple.getValueNode()) != null) {
        element.refuse(key, element.below(name), "stands there twice", "Remove one of them");
      }
    }
    return element;
  }

  /** Refuses keys that mean nothing here. */
  YamlElement knows(String... names) {
    List<String> known = List.of(names);
    members.forEach(
        (name, node) -> {
          if (!known.contains(name)) {
            refuse(node, below(name), "is no key that is known here", meant(name, known));
          }
        });
    return this;
  }

  private static String meant(String name, List<String> known) {
    return known.stream()
        .filter(other -> EditDistance.between(name, other, FAR) < Math.min(FAR, name.length()))
        .min(Comparator.comparing((String other) -> EditDistance.between(name, other, FAR)))
        .map(nearest -> "Did you mean '" + nearest + "'?")
        .orElse("Give one of " + String.join(", ", known));
  }

  Optional<String> text(String name) {
    return node(name).flatMap(node -> text(node, below(name)));
  }

  /** Reads a value that a parser understands, which notes what is wrong itself. */
  <T> Optional<T> value(String name, BiFunction<String, String, T> parser) {
    return text(name).flatMap(text -> problems.attempt(() -> parser.apply(where(name), text)));
  }

  boolean flag(String name) {
    Optional<String> text = text(name);
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      problems.add(
          where(name), "'" + text.get() + "' is neither true nor false", "Give one of them");
    }
    return text.filter("true"::equals).isPresent();
  }

  /** Returns a list of texts; a single text is a list of one. */
  List<String> texts(String name) {
    Optional<Node> node = node(name);
    if (node.isEmpty() || !(node.get() instanceof SequenceNode sequence)) {
      return text(name).map(List::of).orElse(List.of());
    }
    List<String> texts = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      // Nothing behind the dash is the empty text.
      texts.add(isNull(element) ? "" : text(element, below(name)).orElse(""));
    }
    return texts;
  }

  /** Returns a mapping whose keys are the user's own. */
  Optional<YamlElement> element(String name) {
    return node(name).map(node -> of(file, below(name), node, problems));
  }

  /** Returns the members as texts. */
  Map<String, String> asTexts() {
    return members.keySet().stream()
        .filter(name -> text(name).isPresent())
        .collect(
            Collectors.toMap(
                name -> name,
                name -> text(name).orElseThrow(),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  void require(boolean holds, String name, String what, String fix) {
    problems.require(holds, where(name), what, fix);
  }

  /** Returns the file, the line and the key, as in {@code job-test.yml:3: outputs/x/format}. */
  String where(String name) {
    Node node = members.get(name);
    return node == null ? file + ": " + below(name) : where(node, below(name));
  }

  private Optional<Node> node(String name) {
    return Optional.ofNullable(members.get(name)).filter(node -> !isNull(node));
  }

  private Optional<String> text(Node node, String where) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    refuse(node, where, "is no text", "Give a single value");
    return Optional.empty();
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private void refuse(Node node, String where, String what, String fix) {
    problems.add(where(node, where), what, fix);
  }

  private String where(Node node, String name) {
    String line = node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    return file + line + (name.isEmpty() ? "" : ": " + name);
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}
