/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the {@link SparkConf} annotations of a class or a method. */
final class DeclaredSettings {
  private DeclaredSettings() {}

  /** The settings by key; of a key that stands several times, the nearest declaration's value. */
  static Map<String, String> of(AnnotatedElement element) {
    refuseContradictions(element);
    Map<String, String> settings = new LinkedHashMap<>();
    // Those of superclasses and of annotations come first.
    for (SparkConf conf : AnnotationSupport.findRepeatableAnnotations(element, SparkConf.class)) {
      settings.put(key(conf, element), conf.value().trim());
    }
    return settings;
  }

  /** How messages name a class or a method. */
  static String name(AnnotatedElement element) {
    if (element instanceof Method) {
      Method method = (Method) element;
      return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
    return element instanceof Class ? ((Class<?>) element).getSimpleName() : element.toString();
  }

  /** The annotation as it stands in the source, for messages. */
  static String shown(String key, String value, AnnotatedElement element) {
    return String.format(
        "@SparkConf(key = \"%s\", value = \"%s\") on %s", key, value, name(element));
  }

  private static String key(SparkConf conf, AnnotatedElement element) {
    String key = conf.key();
    if (key.isEmpty() || key.chars().anyMatch(c -> Character.isWhitespace(c) || c == '=')) {
      throw new IllegalArgumentException(
          shown(key, conf.value(), element)
              + " has no usable key. A key is a setting's name in full, without blanks and '=', as in"
              + " spark.sql.shuffle.partitions; the value goes into value.");
    }
    return key;
  }

  private static void refuseContradictions(AnnotatedElement element) {
    Map<String, String> seen = new LinkedHashMap<>();
    for (SparkConf conf : element.getDeclaredAnnotationsByType(SparkConf.class)) {
      String other = seen.put(conf.key(), conf.value());
      if (other != null && !other.equals(conf.value())) {
        throw new IllegalArgumentException(
            String.format(
                "%s has two values for %s: \"%s\" and \"%s\". Keep one of the annotations.",
                name(element), conf.key(), other, conf.value()));
      }
    }
  }
}
