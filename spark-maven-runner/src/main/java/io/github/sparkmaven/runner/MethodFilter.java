/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out the methods that no pattern names, {@code ClusteringJobCase#finds*} for one; a pattern
 * without a {@code #} takes all of its classes.
 */
final class MethodFilter implements PostDiscoveryFilter {
  private final List<String> patterns;

  MethodFilter(List<String> patterns) {
    this.patterns = patterns;
  }

  @Override
  public FilterResult apply(TestDescriptor descriptor) {
    // What has children stays as long as one of them does.
    return FilterResult.includedIf(
        patterns.isEmpty()
            || (!descriptor.isTest() && !isTemplate(descriptor))
            || taken(descriptor));
  }

  /** The tests of a parameterized method, for one, are found only when it runs. */
  private static boolean isTemplate(TestDescriptor descriptor) {
    return descriptor.getSource().filter(MethodSource.class::isInstance).isPresent();
  }

  private boolean taken(TestDescriptor descriptor) {
    TestSource source = descriptor.getSource().orElse(null);
    String name =
        source instanceof MethodSource
            ? ((MethodSource) source).getMethodName()
            : descriptor.getDisplayName();
    String className = className(descriptor);
    return patterns.stream().anyMatch(pattern -> takes(pattern, className, name));
  }

  private static String className(TestDescriptor descriptor) {
    TestDescriptor at = descriptor;
    while (at != null) {
      TestSource source = at.getSource().orElse(null);
      if (source instanceof ClassSource) {
        return ((ClassSource) source).getClassName();
      }
      if (source instanceof MethodSource) {
        return ((MethodSource) source).getClassName();
      }
      at = at.getParent().orElse(null);
    }
    return "";
  }

  private static boolean takes(String pattern, String className, String methodName) {
    int hash = pattern.indexOf('#');
    String ofClass = hash < 0 ? pattern : pattern.substring(0, hash);
    String ofMethod = hash < 0 ? "*" : pattern.substring(hash + 1);
    // The tests of a nested class belong to the class that it stands in.
    String outer = className.replaceFirst("\\$.*", "");
    String simple = outer.substring(outer.lastIndexOf('.') + 1);
    return (matches(ofClass, simple) || matches(ofClass, outer)) && matches(ofMethod, methodName);
  }

  private static boolean matches(String glob, String text) {
    String expression = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return text.matches(expression);
  }
}
