/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.Dependency;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds service files of which shading has kept one library's and dropped another's.
 *
 * <p>A provider counts as lost where its class is in the jar under its own name, and no service
 * file of the jar names it.
 */
record ServicesRule(Subject subject, Map<Dependency, JarIndex> dependencies) {
  static final Rule RULE =
      new Rule(
          "services-lost",
          Severity.ERROR,
          "META-INF/services lost in shading",
          "Whatever is found by ServiceLoader is not there: 'Failed to find the data source',"
              + " 'No FileSystem for scheme \"s3a\"', 'No suitable driver'");
  private static final String SERVICES = "META-INF/services/";

  List<Finding> findings(ClassPath path) {
    return path.own().map(this::findings).orElse(List.of());
  }

  private List<Finding> findings(JarIndex own) {
    Set<String> named = new HashSet<>();
    own.texts(services(own)).values().forEach(text -> providers(text).forEach(named::add));
    Map<String, Set<String>> lost = new TreeMap<>();
    Map<String, Set<String>> whose = new TreeMap<>();
    dependencies.forEach(
        (dependency, jar) ->
            jar.texts(services(jar))
                .forEach(
                    (service, text) ->
                        providers(text)
                            .filter(provider -> own.holds(provider) && !named.contains(provider))
                            .forEach(
                                provider -> {
                                  add(lost, service, provider);
                                  add(whose, service, dependency.toString());
                                })));
    List<Finding> findings = new ArrayList<>();
    lost.forEach(
        (service, providers) ->
            findings.add(finding(own, service, providers, whose.getOrDefault(service, Set.of()))));
    return findings;
  }

  private Finding finding(
      JarIndex own, String service, Set<String> providers, Set<String> dependencies) {
    boolean there = own.entries().containsKey(service);
    return new Finding(
        RULE,
        Place.of(subject.shown(own.file()) + "!/" + service),
        (there ? "does not name " : "is missing, and with it ")
            + String.join(", ", providers)
            + " of "
            + String.join(", ", dependencies),
        "Merge these files: <transformer"
            + " implementation=\"org.apache.maven.plugins.shade.resource.ServicesResourceTransformer\"/>"
            + " in maven-shade-plugin");
  }

  private static List<String> services(JarIndex jar) {
    return jar.entries().keySet().stream()
        .filter(name -> name.startsWith(SERVICES) && name.indexOf('/', SERVICES.length()) < 0)
        .sorted()
        .toList();
  }

  private static Stream<String> providers(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty());
  }

  private static void add(Map<String, Set<String>> sets, String key, String value) {
    sets.computeIfAbsent(key, name -> new TreeSet<>()).add(value);
  }
}
