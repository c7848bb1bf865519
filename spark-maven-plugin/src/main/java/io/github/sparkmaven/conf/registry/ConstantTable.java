/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts of Spark's constants, and the keys of its entries, by the class and the name of the
 * field or of the method that returns it.
 */
final class ConstantTable {
  private final Map<String, String> texts = new HashMap<>();
  private boolean changed;

  /** Adds a text; the first one stays, so that reading the classes again comes to an end. */
  void put(String owner, String name, String text) {
    changed |= texts.putIfAbsent(owner + "." + name, text) == null;
  }

  Optional<String> find(String owner, String name) {
    return Optional.ofNullable(texts.get(owner + "." + name));
  }

  /** Says whether anything was learnt since this was last asked. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }
}
