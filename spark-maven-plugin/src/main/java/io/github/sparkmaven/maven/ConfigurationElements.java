/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The elements that stand in the plugin's configuration. Maven drops those that no goal knows, and
 * a mistyped {@code cluster} would plan for this computer instead.
 *
 * @param descriptor knows the parameters of every goal
 */
record ConfigurationElements(PluginDescriptor descriptor) {

  /** Refuses elements that are no parameter of any goal. */
  void refuseUnknown(MavenProject project) {
    Plugin plugin = project.getPlugin(descriptor.getPluginLookupKey());
    if (plugin == null) {
      return;
    }
    Set<String> known =
        descriptor.getMojos().stream()
            .map(MojoDescriptor::getParameters)
            .flatMap(List::stream)
            .filter(Parameter::isEditable)
            .map(Parameter::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Problems problems = new Problems();
    elements(plugin)
        .filter(name -> !known.contains(name))
        .distinct()
        .forEach(
            name ->
                problems.add(
                    "configuration/" + name,
                    "is no parameter of " + descriptor.getArtifactId(),
                    "Give one of " + String.join(", ", known)));
    problems.throwIfAny();
  }

  private static Stream<String> elements(Plugin plugin) {
    Stream<Object> ofExecutions =
        plugin.getExecutions().stream().map(PluginExecution::getConfiguration);
    return Stream.concat(Stream.ofNullable(plugin.getConfiguration()), ofExecutions)
        .filter(Xpp3Dom.class::isInstance)
        .flatMap(configuration -> Stream.of(((Xpp3Dom) configuration).getChildren()))
        .map(Xpp3Dom::getName);
  }
}
