/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lives as a shared Spark session does, until the test plan ends, and then fails to close. */
final class SharedResource implements ParameterResolver, AutoCloseable {
  static int opened;
  boolean closed;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return true;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent("shared", key -> open());
  }

  private static SharedResource open() {
    opened++;
    return new SharedResource();
  }

  @Override
  public void close() {
    closed = true;
    throw new IllegalStateException("cannot close");
  }
}
