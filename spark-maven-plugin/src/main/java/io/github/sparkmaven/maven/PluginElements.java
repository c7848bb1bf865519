/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of another plugin, as the effective POM has it.
 *
 * @param configuration Maven's tree, if there is one
 */
record PluginElements(@Nullable Object configuration) {

  /** Returns the text of an element that is not empty: Maven takes the default for an empty one. */
  Optional<String> text(String name) {
    return child(name).map(Xpp3Dom::getValue).filter(text -> !text.isBlank());
  }

  /** Returns the elements within an element, by name. */
  Map<String, String> children(String name) {
    Map<String, String> children = new LinkedHashMap<>();
    child(name)
        .ifPresent(
            element -> {
              for (Xpp3Dom inner : element.getChildren()) {
                children.put(inner.getName(), Optional.ofNullable(inner.getValue()).orElse(""));
              }
            });
    return children;
  }

  private Optional<Xpp3Dom> child(String name) {
    return configuration instanceof Xpp3Dom tree
        ? Optional.ofNullable(tree.getChild(name))
        : Optional.empty();
  }
}
