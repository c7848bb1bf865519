/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import io.github.sparkmaven.home.JavaHome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An execution of a test plugin that will run tests.
 *
 * @param plugin which plugin
 * @param where how a user finds the configuration, as in {@code
 *     maven-surefire-plugin/executions/slow-tests}
 * @param version the plugin's version
 * @param argLine the literal element of the configuration, if there is one
 * @param forkCount how many JVMs run at once, as it was written
 * @param forkMode the older way to say so
 * @param java the JDK that the tests run on
 * @param variables what the environment gives a JVM as options, in the form of a command line
 * @param jupiterProvider whether a provider for the JUnit Platform was added to the plugin
 */
public record TestExecution(
    TestPlugin plugin,
    String where,
    String version,
    Optional<String> argLine,
    Optional<String> forkCount,
    Optional<String> forkMode,
    JavaHome java,
    List<String> variables,
    boolean jupiterProvider) {
  private static final Pattern MAJOR_MINOR = Pattern.compile("(\\d+)\\.(\\d+).*");
  private static final Pattern PER_CORE = Pattern.compile("(\\d+(?:\\.\\d+)?)C");

  /** Copies the list; an empty element is none to Maven. */
  public TestExecution {
    argLine = argLine.map(String::strip).filter(text -> !text.isEmpty());
    variables = List.copyOf(variables);
  }

  /** Says whether the plugin is older than a version; one that cannot be read is not. */
  boolean isOlderThan(int major, int minor) {
    Matcher matcher = MAJOR_MINOR.matcher(version);
    if (!matcher.matches()) {
      return false;
    }
    int ownMajor = Integer.parseInt(matcher.group(1));
    return ownMajor < major || (ownMajor == major && Integer.parseInt(matcher.group(2)) < minor);
  }

  /** Says whether the tests run in Maven's own JVM. */
  boolean runsInsideMaven() {
    return forkMode.filter("never"::equals).isPresent()
        || (plugin != TestPlugin.SCALATEST && forkCount.filter("0"::equals).isPresent());
  }

  /**
   * Says whether several JVMs may run at once.
   *
   * @param cores the cores of this machine, by which a count such as {@code 1C} is multiplied
   */
  boolean forksSeveral(int cores) {
    if (plugin == TestPlugin.SCALATEST || forkCount.isEmpty()) {
      return false;
    }
    Matcher perCore = PER_CORE.matcher(forkCount.get());
    if (perCore.matches()) {
      return (int) (Double.parseDouble(perCore.group(1)) * cores) > 1;
    }
    return forkCount.get().matches("\\d{1,6}") && Integer.parseInt(forkCount.get()) > 1;
  }
}
