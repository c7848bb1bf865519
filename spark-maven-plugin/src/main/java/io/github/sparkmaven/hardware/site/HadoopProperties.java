/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The properties of several files as Hadoop sees them.
 *
 * <p>Source: {@code org.apache.hadoop.conf.Configuration} of hadoop-common. A later file overrides
 * an earlier one, unless the earlier one marked the property final; a property without a value
 * counts as absent. System properties are not looked at: those of the daemons are not this JVM's.
 */
final class HadoopProperties {
  // Configuration.MAX_SUBST
  private static final int MOST_SUBSTITUTIONS = 20;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}$\\s]+)}");
  private static final Pattern ENVIRONMENT =
      Pattern.compile("env\\.(?<name>.*?)(?:(?<operator>:?-)(?<fallback>.*))?");

  private final Map<String, Source> raw = new HashMap<>();
  private final Set<String> finals = new HashSet<>();
  private final Function<String, Optional<String>> environment;
  private final List<String> notes;

  /**
   * Starts with no property.
   *
   * @param environment resolves {@code ${env.NAME}}
   * @param notes gets what was passed over
   */
  HadoopProperties(Function<String, Optional<String>> environment, List<String> notes) {
    this.environment = environment;
    this.notes = notes;
  }

  /** Adds the properties of a file, later ones winning. */
  void add(String file, Element configuration) {
    for (Element element : SiteXml.children(configuration)) {
      String tag = element.getTagName();
      if (tag.equals("property")) {
        addProperty(file, element);
      } else if (tag.equals("configuration")) {
        add(file, element);
      } else if (tag.equals("include") || tag.endsWith(":include")) {
        notes.add(
            file
                + " includes "
                + element.getAttribute("href")
                + ", which is not read: what it says must be declared in cluster/yarn");
      }
    }
  }

  private void addProperty(String file, Element property) {
    Optional<String> name = part(property, "name").map(String::trim);
    Optional<String> value = part(property, "value");
    if (name.isEmpty()) {
      return;
    }
    if (value.isPresent() && !finals.contains(name.get())) {
      raw.put(name.get(), new Source(file, name.get(), value.get().trim()));
    }
    if (part(property, "final").map(String::trim).filter("true"::equals).isPresent()) {
      finals.add(name.get());
    }
  }

  /** Hadoop 3 reads the parts of a property from attributes as well. */
  private static Optional<String> part(Element property, String name) {
    return SiteXml.text(property, name)
        .or(
            () ->
                property.hasAttribute(name)
                    ? Optional.of(property.getAttribute(name))
                    : Optional.empty());
  }

  /** Returns the property with its variables resolved. */
  Optional<Source> find(String name) {
    return Optional.ofNullable(raw.get(name))
        .map(source -> new Source(source.file(), name, resolve(source.value())));
  }

  /** A variable that cannot be resolved stays as it is written, and so does one in a circle. */
  private String resolve(String written) {
    String value = written;
    for (int step = 0; step < MOST_SUBSTITUTIONS; step++) {
      Matcher variable = VARIABLE.matcher(value);
      if (!variable.find()) {
        return value;
      }
      Optional<String> replacement = lookUp(variable.group(1));
      if (replacement.isEmpty()) {
        return value;
      }
      value =
          value.substring(0, variable.start())
              + replacement.get()
              + value.substring(variable.end());
    }
    return written;
  }

  private Optional<String> lookUp(String variable) {
    Matcher form = ENVIRONMENT.matcher(variable);
    Optional<String> found = Optional.empty();
    if (form.matches()) {
      found = environment.apply(form.group("name"));
      if (":-".equals(form.group("operator"))) {
        found = found.filter(value -> !value.isEmpty());
      }
      found = found.or(() -> Optional.ofNullable(form.group("fallback")));
    }
    return found.or(() -> Optional.ofNullable(raw.get(variable)).map(Source::value));
  }
}
