/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

/** A plugin that runs tests in a JVM whose options a property of the project gives. */
public enum TestPlugin {
  /** Runs unit tests. */
  SUREFIRE("org.apache.maven.plugins", "maven-surefire-plugin", "test"),
  /** Runs integration tests. */
  FAILSAFE("org.apache.maven.plugins", "maven-failsafe-plugin", "integration-test"),
  /** Runs suites of ScalaTest. */
  SCALATEST("org.scalatest", "scalatest-maven-plugin", "test");

  private final String groupId;
  private final String artifactId;
  private final String goal;

  TestPlugin(String groupId, String artifactId, String goal) {
    this.groupId = groupId;
    this.artifactId = artifactId;
    this.goal = goal;
  }

  /** Returns the plugin's coordinates without a version. */
  public String key() {
    return groupId + ":" + artifactId;
  }

  /** Returns the name by which a user knows the plugin. */
  public String artifactId() {
    return artifactId;
  }

  /** Returns the goal that runs tests. */
  public String goal() {
    return goal;
  }

  /**
   * Says whether the plugin puts the value of a property in the place of <code>@{name}</code> when
   * the tests start. Surefire and failsafe do (since 2.17); scalatest-maven-plugin 2.2.0 hands the
   * text to java, which would look for a file of that name.
   */
  boolean replacesLate() {
    return this != SCALATEST;
  }
}
