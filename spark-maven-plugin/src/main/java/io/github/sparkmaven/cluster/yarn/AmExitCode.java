/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.yarn;

/**
 * The exit codes of an application master of Spark.
 *
 * @see <a
 *     href="https://github.com/apache/spark/blob/v3.5.5/resource-managers/yarn/src/main/scala/org/apache/spark/deploy/yarn/ApplicationMaster.scala">ApplicationMaster</a>
 */
final class AmExitCode {
  /** The main class threw. */
  static final int USER_CLASS_THREW = 15;

  private AmExitCode() {}

  /**
   * Says what a code means.
   *
   * @param cluster whether the driver runs inside the application master
   * @return a clause, or nothing where the code is the program's own
   */
  static String meaning(int code, boolean cluster) {
    return switch (code) {
      case 10 -> "the application master failed outside of the program (exit code 10)";
      case 11 -> "too many executors failed (exit code 11)";
      case 12 -> "the application master lost the ResourceManager (exit code 12)";
      case 13 ->
          cluster
              ? "the program made no SparkContext on YARN: none at all, none in time"
                  + " (spark.yarn.am.waitTime), or one of another master, as by setMaster(\"local\")"
                  + " (exit code 13)"
              : "the application master did not start (exit code 13)";
      case 14 -> "the application master was refused for reasons of security (exit code 14)";
      case USER_CLASS_THREW -> "the main class threw (exit code 15)";
      case 16 -> "the program's JVM ended before the program was through (exit code 16)";
      case 17 -> "the application master lost the driver (exit code 17)";
      case 50, 51 -> "an exception was caught nowhere (exit code " + code + ")";
      case 52 -> "out of memory (exit code 52)";
      case -103, -104 ->
          "the container used more memory than it asked for, and YARN ended it (exit code "
              + code
              + ")";
      case 137 ->
          "the container's process was killed (SIGKILL), often for want of memory (exit code 137)";
      case 143 -> "the container's process was ended (SIGTERM) (exit code 143)";
      case -100 -> "YARN took the container back or lost its node (exit code -100)";
      case -102 -> "YARN preempted the container (exit code -102)";
      case -1000 -> "YARN could not fetch the application's files onto the node (exit code -1000)";
      default -> "";
    };
  }
}
