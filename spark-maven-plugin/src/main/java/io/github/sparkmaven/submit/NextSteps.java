/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

/**
 * What a user is told to do next, in the words of what he has called: Maven, or a script without.
 *
 * @param missingJob what to do where the packaged job is not there
 * @param kill the command that ends a submission, up to its name
 * @param onRunning what says what happens with an earlier submission
 * @param timeout what says how long the job may take
 */
public record NextSteps(String missingJob, String kill, String onRunning, String timeout) {
  /** What a build tells. */
  public static final NextSteps MAVEN =
      new NextSteps(
          "Run mvn package spark:submit",
          "mvn spark:kill -Dspark.maven.submission=",
          "submit/onRunning",
          "submit/timeout");
}
