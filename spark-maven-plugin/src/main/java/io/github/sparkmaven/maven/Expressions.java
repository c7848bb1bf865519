/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** Reads texts of a POM as Maven will when it configures another plugin. */
final class Expressions {
  private final PluginParameterExpressionEvaluator evaluator;

  Expressions(MavenSession session, MojoExecution execution) {
    this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
  }

  /**
   * Returns the value; none where nothing defines a property, or a text is no expression of
   * Maven's.
   */
  Optional<String> value(String text) {
    try {
      return Optional.ofNullable(evaluator.evaluate(text)).map(Object::toString);
    } catch (ExpressionEvaluationException e) {
      // The other plugin itself will say so.
      return Optional.empty();
    }
  }
}
