/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The property of the project from which test plugins take the options of their JVMs.
 *
 * @param name its name
 * @param value what it holds so far: the user's own, JaCoCo's agent, perhaps an earlier run's
 * @param added what an earlier run of the goal has put into it, else nothing
 * @param commandLine its value on Maven's command line, where it hides the project's
 */
public record LineProperty(String name, String value, String added, Optional<String> commandLine) {
  /** The name that surefire, failsafe and scalatest-maven-plugin read by themselves. */
  static final String USUAL = "argLine";

  private static final Pattern AGENT =
      Pattern.compile("(\"-javaagent:[^\"]*\"|-javaagent:\\S+)\\s*");

  /** Takes what a second run finds back to what the first one found. */
  public LineProperty {
    if (!added.isEmpty()) {
      value = value.replace(added, "");
    }
    value = value.replaceAll(" {2,}", " ").strip();
    added = "";
  }

  /** Returns the value with options in front, where those of the user win over them. */
  String with(String options) {
    return (options + " " + value).strip();
  }

  /** Returns how surefire and failsafe are told to put the value in when tests start. */
  String late() {
    return "@{" + name + "}";
  }

  /** Returns how Maven is told to put the value in, at once where a POM declares the property. */
  String early() {
    return "${" + name + "}";
  }

  /** Returns the value as the user has written it: an agent was put there by another plugin. */
  String ofUser() {
    return AGENT.matcher(value).replaceAll("").strip();
  }

  /** Returns a literal that Maven has put the value into, as it was before. */
  String takenOutOf(String literal) {
    String rest = literal;
    for (String text : new String[] {late(), commandLine.orElse(""), ofUser()}) {
      rest = text.isEmpty() ? rest : rest.replace(text, "");
    }
    return rest.replaceAll(" {2,}", " ").strip();
  }
}
