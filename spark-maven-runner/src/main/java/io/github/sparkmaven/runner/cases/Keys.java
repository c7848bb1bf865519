/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** A part of a properties file: the keys below a prefix; lists are numbered from 0. */
final class Keys {
  private final Properties properties;
  private final String prefix;

  Keys(Properties properties, String prefix) {
    this.properties = properties;
    this.prefix = prefix;
  }

  Keys below(String name) {
    return new Keys(properties, prefix + name + '.');
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(properties.getProperty(prefix + name));
  }

  String required(String name) {
    return text(name)
        .orElseThrow(() -> new IllegalArgumentException("'" + prefix + name + "' is missing"));
  }

  boolean flag(String name) {
    return text(name).filter("true"::equals).isPresent();
  }

  long number(String name, long byDefault) {
    return text(name).map(Long::valueOf).orElse(byDefault);
  }

  List<String> list(String name) {
    List<String> list = new ArrayList<>();
    Optional<String> element = text(name + ".0");
    while (element.isPresent()) {
      list.add(element.get());
      element = text(name + '.' + list.size());
    }
    return Collections.unmodifiableList(list);
  }

  Map<String, String> map(String name) {
    Map<String, String> map = new TreeMap<>();
    String start = prefix + name + '.';
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(start)) {
        map.put(key.substring(start.length()), properties.getProperty(key));
      }
    }
    return Collections.unmodifiableMap(map);
  }
}
