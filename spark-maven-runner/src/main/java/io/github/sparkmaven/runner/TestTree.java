/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Answers where in the plan an identifier stands, and what its test is called in reports.
 *
 * <p>The names are those of surefire: {@code adds}, {@code adds(int, int)[1]}. The display names
 * would be prettier, but may hold values that change from run to run, and CI servers compare the
 * results of runs by name.
 */
final class TestTree {
  private final TestPlan plan;

  TestTree(TestPlan plan) {
    this.plan = plan;
  }

  boolean isEngine(TestIdentifier identifier) {
    return !identifier.getParentId().isPresent();
  }

  Set<TestIdentifier> partsOf(TestIdentifier engine) {
    return plan.getChildren(engine);
  }

  /** What stands directly below the engine: for most engines, a top-level class. */
  TestIdentifier partOf(TestIdentifier identifier) {
    TestIdentifier part = identifier;
    Optional<TestIdentifier> parent = plan.getParent(part);
    while (parent.isPresent() && !isEngine(parent.get())) {
      part = parent.get();
      parent = plan.getParent(part);
    }
    return part;
  }

  /** The name to report; tests of nested classes, {@code Inner.adds}, are told apart by it. */
  String nameOf(TestIdentifier identifier, String className) {
    String own = identifier.getLegacyReportingName();
    if (identifier.isContainer() && identifier.getSource().filter(this::isClass).isPresent()) {
      return partOf(identifier).equals(identifier) ? className : own;
    }
    return nesting(identifier, className) + own.replace("()", "");
  }

  private String nesting(TestIdentifier identifier, String className) {
    Optional<TestIdentifier> parent = plan.getParent(identifier);
    while (parent.isPresent() && !parent.get().getSource().filter(this::isClass).isPresent()) {
      parent = plan.getParent(parent.get());
    }
    String enclosing = parent.map(TestIdentifier::getLegacyReportingName).orElse(className);
    if (enclosing.startsWith(className + "$")) {
      return enclosing.substring(className.length() + 1).replace('$', '.') + '.';
    }
    return enclosing.startsWith(className + "[")
        ? enclosing.substring(className.length()) + '.'
        : "";
  }

  private boolean isClass(Object source) {
    return source instanceof ClassSource;
  }
}
